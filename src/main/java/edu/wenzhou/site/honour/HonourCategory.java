package edu.wenzhou.site.honour;

/**
 * What an honour is for, in the order of the honours page; messages
 * {@code filter.category.*}.
 */
public enum HonourCategory {

	INSTITUTION, TEACHING, STAFF, STUDENTS, RESEARCH, SERVICE, COOPERATION

}
