package edu.wenzhou.site.fact;

/** The headings of the figures page, in its order. */
public enum FactGroup {

	HISTORY, SCALE, TEACHING, STUDENTS, RESEARCH, COOPERATION

}
