package edu.wenzhou.site.notice;

/** What a notice is about; messages {@code filter.category.*}. */
public enum NoticeCategory {

	ADMISSIONS, ANNOUNCEMENT, DISCLOSURE, EVENT

}
