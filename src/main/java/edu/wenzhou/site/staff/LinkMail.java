package edu.wenzhou.site.staff;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import edu.wenzhou.site.audit.Actor;
import edu.wenzhou.site.audit.AuditTrail;
import edu.wenzhou.site.audit.AuditTrail.Item;
import edu.wenzhou.site.staff.Accounts.NewLink;
import edu.wenzhou.site.web.CollegeProperties;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Mails links to their owners where an SMTP server is configured. Mail is a convenience:
 * the administrator has the link too, and whatever goes wrong here is said and recorded
 * and stops nothing.
 */
@Component
class LinkMail {

	private static final Logger logger = LoggerFactory.getLogger(LinkMail.class);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final JavaMailSender sender;

	private final String from;

	private final AuditTrail trail;

	private final MessageSource messages;

	LinkMail(ObjectProvider<JavaMailSender> senders, CollegeProperties properties, AuditTrail trail,
			MessageSource messages) {
		// Boot makes one for a variable without a value too
		this.sender = senders.stream()
			.filter((sender) -> !(sender instanceof JavaMailSenderImpl server) || StringUtils.hasText(server.getHost()))
			.findFirst()
			.orElse(null);
		this.from = properties.mail().from();
		this.trail = trail;
		this.messages = messages;
		if (this.sender != null && !StringUtils.hasText(this.from)) {
			throw new InvalidConfigurationPropertyValueException("college.mail.from", this.from,
					"With an SMTP server (SPRING_MAIL_HOST) the address must be set that the site's mails come from "
							+ "(COLLEGE_MAIL_FROM).");
		}
	}

	boolean isConfigured() {
		return this.sender != null;
	}

	/**
	 * Whether the server took the mail. Takes as long as the time limits of
	 * {@code spring.mail.properties} allow, so no transaction may be open; the link must
	 * be committed before.
	 */
	boolean send(Actor actor, NewLink link) {
		StaffUser owner = link.owner();
		Item item = new Item("account", String.valueOf(owner.id()), owner.displayName());
		try {
			this.sender.send(message(actor, link));
		}
		catch (MailException | MessagingException ex) {
			Reason reason = Reason.of(ex);
			logger.warn("The mail with a link for account {} was not sent ({}): {}", owner.id(), reason, innermost(ex));
			this.trail.refused(actor, "link.mail", item,
					Map.of("kind", link.made().kind().name(), "email", owner.email(), "reason", reason.name()));
			return false;
		}
		this.trail.done(actor, "link.mail", item, Map.of("kind", link.made().kind().name(), "email", owner.email()));
		return true;
	}

	private MimeMessage message(Actor actor, NewLink link) throws MessagingException {
		StaffUser owner = link.owner();
		String key = "staff.mail." + link.made().kind();
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
		mail.setFrom(named(this.from, text("staff.mail.from")));
		mail.setTo(address(owner.email()));
		// Of what people typed nothing is in a header but the address
		mail.setSubject(text(key + ".subject"));
		String text = text(key, owner.displayName(), actor.name(), owner.userName(), link.made().address(),
				MINUTE.format(link.made().expires().atZone(StaffSessions.ZONE)));
		mail.setText(text.replaceAll("\\R", "\r\n"));
		// Nobody's holiday note comes back
		message.setHeader("Auto-Submitted", "auto-generated");
		return message;
	}

	/** One address and nothing else: no list, no name, no line of its own. */
	private static InternetAddress address(String email) throws MessagingException {
		InternetAddress address = new InternetAddress(email, true);
		if (!address.getAddress().equals(email) || address.isGroup()) {
			throw new ParseException("More than an address");
		}
		return address;
	}

	private static InternetAddress named(String email, String name) throws MessagingException {
		InternetAddress address = address(email);
		try {
			address.setPersonal(name, StandardCharsets.UTF_8.name());
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		return address;
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

	/** What a server or the network said, on one line; never what the mail says. */
	private static String innermost(Throwable thrown) {
		Throwable last = thrown;
		while (next(last) != null) {
			last = next(last);
		}
		return last.getClass().getSimpleName() + ": " + String.valueOf(last.getMessage()).replaceAll("\\p{C}+", " ");
	}

	/**
	 * What is behind it; of several mails each has a reason of its own, and ours is one.
	 */
	private static Throwable next(Throwable thrown) {
		if (thrown instanceof MailSendException failed && failed.getMessageExceptions().length > 0) {
			return failed.getMessageExceptions()[0];
		}
		return thrown.getCause();
	}

	/** Why a mail did not go, as the record has it. */
	enum Reason {

		/** The address is none. */
		ADDRESS,
		/** There is no server there. */
		UNREACHABLE,
		/** It does not answer in time. */
		SILENT,
		/** It does not take the mail, or not from us. */
		DECLINED;

		static Reason of(Throwable thrown) {
			Reason reason = DECLINED;
			for (Throwable cause = thrown; cause != null; cause = next(cause)) {
				if (cause instanceof SocketTimeoutException) {
					return SILENT;
				}
				if (cause instanceof ParseException) {
					return ADDRESS;
				}
				reason = (cause instanceof IOException) ? UNREACHABLE : reason;
			}
			return reason;
		}

	}

}
