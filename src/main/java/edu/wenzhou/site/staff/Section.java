package edu.wenzhou.site.staff;

/** A kind of content that a role can be limited to; the names are stored. */
public enum Section {

	PROFILE, HISTORY, FACT, CAMPUS, SCHOOL, HONOUR, PARTNERSHIP, NOTICE

}
