package edu.wenzhou.site;

class EnglishSurveyTests extends SurveyTest {

	@Override
	boolean isEnglish() {
		return true;
	}

}
