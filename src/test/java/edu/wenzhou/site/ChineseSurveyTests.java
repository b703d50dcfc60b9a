package edu.wenzhou.site;

class ChineseSurveyTests extends SurveyTest {

	@Override
	boolean isEnglish() {
		return false;
	}

}
