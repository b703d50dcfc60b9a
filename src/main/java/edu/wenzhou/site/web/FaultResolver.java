package edu.wenzhou.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Answers as Spring does, but tells the log of faults of ours only: with what is asked
 * for wrongly, such as by another method, any visitor could fill it.
 */
class FaultResolver extends DefaultHandlerExceptionResolver {

	FaultResolver() {
		// Else each exception is logged, whosever fault it is
		setWarnLogCategory("");
	}

	@Override
	protected ModelAndView doResolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
			Exception exception) {
		ModelAndView answer = super.doResolveException(request, response, handler, exception);
		if (answer != null && response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
			this.logger.warn(buildLogMessage(exception, request), exception);
		}
		return answer;
	}

}
