package edu.wenzhou.site.fact;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page an empty list of notes, which its templates fill. */
@ControllerAdvice(annotations = Controller.class)
class NotesAdvice {

	@ModelAttribute("notes")
	Notes notes(Locale locale) {
		return new Notes(locale);
	}

}
