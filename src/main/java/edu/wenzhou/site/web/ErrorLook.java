package edu.wenzhou.site.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** Errors of a part of the site that has pages of its own look. */
public interface ErrorLook {

	/** Whether the failed address belongs to that part. */
	boolean covers(String path);

	/**
	 * The template. Its model has the number as {@code status} and the one to explain as
	 * {@code explained}; whatever else it needs is added here.
	 */
	String template(HttpServletRequest request, Model model);

	/** The statuses with a text of their own; others get that of 400 or 500. */
	Set<HttpStatus> explained();

}
