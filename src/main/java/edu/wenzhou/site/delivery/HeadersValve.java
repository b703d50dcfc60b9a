package edu.wenzhou.site.delivery;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Hands Tomcat's own headers of an answer on to filters, who may set them as bytes: the
 * servlet interface knows text only.
 */
class HeadersValve extends ValveBase {

	private static final String NAME = HeadersValve.class.getName();

	HeadersValve() {
		super(true);
	}

	/** Null on a server that has no such valve. */
	static MimeHeaders headers(ServletRequest request) {
		return (MimeHeaders) request.getAttribute(NAME);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		request.setAttribute(NAME, response.getCoyoteResponse().getMimeHeaders());
		getNext().invoke(request, response);
	}

}
