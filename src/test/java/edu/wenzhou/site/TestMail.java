package edu.wenzhou.site;

import java.util.List;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** The mail server of all tests of a run: takes everything, and delivers nothing. */
public final class TestMail {

	/** Where the site's mails come from. */
	public static final String FROM = "site@college.example";

	private static GreenMail server;

	private TestMail() {
	}

	/** Where it listens, on this machine. */
	public static synchronized int port() {
		if (server == null) {
			server = new GreenMail(ServerSetup.SMTP.dynamicPort());
			server.start();
		}
		return server.getSmtp().getPort();
	}

	/** What somebody was sent, the oldest first. */
	public static List<MimeMessage> to(String address) {
		return Stream.of(server.getReceivedMessages()).filter((mail) -> isTo(mail, address)).toList();
	}

	/** How many mails there have been. */
	public static int count() {
		return server.getReceivedMessages().length;
	}

	private static boolean isTo(MimeMessage mail, String address) {
		try {
			return Stream.of(mail.getAllRecipients()).map(Address::toString).anyMatch(address::equalsIgnoreCase);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
