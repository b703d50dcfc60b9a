package edu.wenzhou.site.publishing;

import java.util.List;

/** Looks at what is written before it is published. Every bean of it is asked. */
public interface TextCheck {

	/** What is wrong with the text of a field; empty if nothing is. */
	List<Problem> check(String field, String text);

}
