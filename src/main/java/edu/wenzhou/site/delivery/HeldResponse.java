package edu.wenzhou.site.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.http.HttpHeaders;

/**
 * Holds back what the application answers, body and errors, until it is known whether
 * something else is to be answered. A body that is too large to be kept is let go as it
 * comes.
 */
final class HeldResponse extends HttpServletResponseWrapper {

	private final HttpServletResponse response;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream(64 * 1024);

	private final Output output = new Output();

	private PrintWriter writer;

	private int error;

	private String message;

	private boolean streamed;

	HeldResponse(HttpServletResponse response) {
		super(response);
		this.response = response;
	}

	/** Whether the body was too large and is on its way. */
	boolean isStreamed() {
		return this.streamed;
	}

	byte[] content() {
		flushWriter();
		return this.body.toByteArray();
	}

	/** Answers what was held back. */
	void release() throws IOException {
		flushWriter();
		if (this.error != 0) {
			this.response.sendError(this.error, this.message);
		}
		else if (!this.response.isCommitted() && !this.streamed) {
			if (this.body.size() > 0) {
				this.response.setContentLength(this.body.size());
			}
			this.body.writeTo(this.response.getOutputStream());
		}
	}

	private void flushWriter() {
		if (this.writer != null) {
			this.writer.flush();
		}
	}

	@Override
	public void sendError(int status, String text) {
		this.error = status;
		this.message = text;
		this.body.reset();
	}

	@Override
	public void sendError(int status) {
		sendError(status, null);
	}

	@Override
	public int getStatus() {
		return (this.error != 0) ? this.error : super.getStatus();
	}

	@Override
	public boolean isCommitted() {
		return this.error != 0 || super.isCommitted();
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return this.output;
	}

	@Override
	public PrintWriter getWriter() throws IOException {
		if (this.writer == null) {
			this.writer = new PrintWriter(new OutputStreamWriter(this.output, getCharacterEncoding()));
		}
		return this.writer;
	}

	@Override
	public void flushBuffer() {
		flushWriter();
	}

	@Override
	public void reset() {
		super.reset();
		resetBuffer();
	}

	@Override
	public void resetBuffer() {
		flushWriter();
		this.body.reset();
	}

	/** Said when the length is known for certain. */
	@Override
	public void setContentLength(int length) {
	}

	@Override
	public void setContentLengthLong(long length) {
	}

	/** As a header at once, since it is to be kept with the others. */
	@Override
	public void setLocale(Locale locale) {
		super.setLocale(locale);
		setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
	}

	private final class Output extends ServletOutputStream {

		@Override
		public void write(int sign) throws IOException {
			write(new byte[] { (byte) sign }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			if (!HeldResponse.this.streamed && HeldResponse.this.body.size() + length > Codings.LARGEST) {
				HeldResponse.this.streamed = true;
				HeldResponse.this.body.writeTo(HeldResponse.this.response.getOutputStream());
				HeldResponse.this.body.reset();
			}
			if (HeldResponse.this.streamed) {
				HeldResponse.this.response.getOutputStream().write(bytes, offset, length);
			}
			else {
				HeldResponse.this.body.write(bytes, offset, length);
			}
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException("Pages are written by the thread that renders them");
		}

	}

}
