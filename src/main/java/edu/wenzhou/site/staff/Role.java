package edu.wenzhou.site.staff;

/** What a person may do in the back office, for all content or for a part of it. */
public enum Role {

	/** Writes, and hands in for review. */
	EDITOR,
	/** 初审: the first reading. */
	REVIEWER_1,
	/** 复审: the second reading. */
	REVIEWER_2,
	/** 终审: the last word before the public sees it. */
	APPROVER,
	/** Accounts and the record; never limited to a part. */
	ADMINISTRATOR

}
