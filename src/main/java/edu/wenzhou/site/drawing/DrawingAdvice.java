package edu.wenzhou.site.drawing;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the drawings into every model, so that a template asks for the one it needs in the
 * size it needs and no controller has to know. Beans would not do: Thymeleaf admits none
 * among the parameters of a fragment.
 */
@ControllerAdvice(annotations = Controller.class)
class DrawingAdvice {

	private final Drawings drawings = new Drawings();

	private final Charts charts = new Charts();

	private final Bearings bearings = new Bearings();

	@ModelAttribute("drawings")
	Drawings drawings() {
		return this.drawings;
	}

	@ModelAttribute("charts")
	Charts charts() {
		return this.charts;
	}

	@ModelAttribute("bearings")
	Bearings bearings() {
		return this.bearings;
	}

}
