package edu.wenzhou.site.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Which status an exception means; {@link ErrorPageController} then says it to the
 * visitor.
 */
@ControllerAdvice(annotations = Controller.class)
class ErrorAdvice {

	private static final Logger logger = LoggerFactory.getLogger(ErrorAdvice.class);

	@ExceptionHandler(UnknownChoiceException.class)
	void unknownChoice(UnknownChoiceException exception, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, exception);
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	/** A query that is not even encoded right, such as {@code ?level=%zz}. */
	@ExceptionHandler(InvalidParameterException.class)
	void malformedQuery(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	/** Half an upload; one that is too large has an answer of its own. */
	@ExceptionHandler(MultipartException.class)
	void brokenUpload(MultipartException exception, HttpServletResponse response) throws IOException {
		if (exception instanceof MaxUploadSizeExceededException) {
			throw exception;
		}
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	/**
	 * A database that is away is a 503, to be tried again; any other trouble with it is a
	 * fault of ours.
	 */
	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	void database(RuntimeException exception, HttpServletResponse response) throws IOException {
		if (!DatabaseAway.isMeantBy(exception)) {
			throw exception;
		}
		DatabaseAway.answer(exception, response);
	}

	/** It was too much to look through, and others shall not wait for it. */
	@ExceptionHandler({ QueryTimeoutException.class, TransactionTimedOutException.class })
	void tooSlow(RuntimeException exception, HttpServletResponse response) throws IOException {
		notReady(new NotReadyException("The database was asked for more than it does in time"), response);
	}

	@ExceptionHandler(TooManyRequestsException.class)
	void tooMany(TooManyRequestsException exception, HttpServletResponse response) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, exception.getWait().toSeconds())));
		response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
	}

	@ExceptionHandler(NotReadyException.class)
	void notReady(NotReadyException exception, HttpServletResponse response) throws IOException {
		logger.warn(exception.getMessage());
		response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}
