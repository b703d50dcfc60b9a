package edu.wenzhou.site.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page, error pages included, what the layout shows of the college. Pages
 * only: a health probe must not ask the database.
 */
@ControllerAdvice(annotations = Controller.class)
class LayoutAdvice {

	private final SiteIdentity.Provider identity;

	LayoutAdvice(SiteIdentity.Provider identity) {
		this.identity = identity;
	}

	/**
	 * Null on an error page whose database does not answer: the layout then does without.
	 */
	@ModelAttribute("site")
	SiteIdentity site(HttpServletRequest request) {
		if (request.getDispatcherType() != DispatcherType.ERROR) {
			return this.identity.identity();
		}
		if (ErrorPageController.status(request) == HttpStatus.SERVICE_UNAVAILABLE) {
			return null;
		}
		try {
			return this.identity.identity();
		}
		catch (DataAccessException | TransactionException ex) {
			return null;
		}
	}

}
