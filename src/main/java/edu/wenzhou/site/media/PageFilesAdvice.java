package edu.wenzhou.site.media;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the files of the library that it shows, for its template. */
@ControllerAdvice(annotations = Controller.class)
class PageFilesAdvice {

	private final MediaItemRepository items;

	PageFilesAdvice(MediaItemRepository items) {
		this.items = items;
	}

	@ModelAttribute("library")
	PageFiles files(HttpServletRequest request) {
		return new PageFiles(this.items, request);
	}

}
