package edu.wenzhou.site.media;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the pictures of its bodies, for {@code fragments/body.html}. */
@ControllerAdvice(annotations = Controller.class)
class PicturesAdvice {

	private final Pictures pictures;

	PicturesAdvice(Pictures pictures) {
		this.pictures = pictures;
	}

	@ModelAttribute("pictures")
	OfPage pictures(HttpServletRequest request) {
		return new OfPage(this.pictures, request);
	}

	/** Looks at the request late: a handler may still turn it into a preview. */
	record OfPage(Pictures pictures, HttpServletRequest request) {

		public String in(String body) {
			return this.pictures.in(body, Pictures.isPreview(this.request));
		}

	}

}
