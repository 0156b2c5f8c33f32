package org.weir.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.weir.mail.letter.DrawLetter;
import org.weir.mail.outbox.StoredLetter;

/** Hands letters to a mail server. */
final class SendOverSmtp {
    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";
    private static final int PERMANENT = 500;
    private static final int SUBJECT = 200;

    private final SmtpSettings settings;

    SendOverSmtp(SmtpSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws Refused when trying again makes no sense
     * @throws MessagingException when the server is away, or does not want it now
     */
    void send(StoredLetter letter) throws Refused, MessagingException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // the library looks for its own parts with this loader
        thread.setContextClassLoader(Transport.class.getClassLoader());
        try {
            hand(letter);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void hand(StoredLetter letter) throws Refused, MessagingException {
        InternetAddress to;
        try {
            to = Addresses.one(letter.address());
        } catch (AddressException e) {
            throw new Refused("Not an address: " + DrawLetter.oneLine(letter.address(), SUBJECT), e);
        }
        Session session = Session.getInstance(properties());
        MimeMessage message = message(session, letter, to);
        try (Transport transport = session.getTransport("smtp")) {
            if (settings.user().isEmpty()) {
                transport.connect(settings.host(), settings.port(), null, null);
            } else {
                transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw sorted(e);
        }
    }

    private MimeMessage message(Session session, StoredLetter letter, InternetAddress to) throws MessagingException {
        InternetAddress sender = Addresses.sender(settings.sender());
        MimeMessage message = new Letterhead(session, letter.id(), domain(sender));
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(DrawLetter.oneLine(letter.drawn().subject(), SUBJECT), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.createdAt()));
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.drawn().plain(), "plain"));
        both.addBodyPart(part(letter.drawn().html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    private static String domain(InternetAddress sender) {
        return sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
    }

    /** Keeps its own message id, the same at every try, so that a receiver notices what comes twice. */
    private static final class Letterhead extends MimeMessage {
        private final UUID id;
        private final String domain;

        Letterhead(Session session, UUID id, String domain) {
            super(session);
            this.id = id;
            this.domain = domain;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@" + domain + ">");
        }
    }

    private Properties properties() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put("mail.smtp.localhost", domain(Addresses.sender(settings.sender())));
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", READ_MILLIS);
        properties.put("mail.smtp.writetimeout", READ_MILLIS);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == SmtpSettings.Security.TLS));
        boolean start = settings.security() == SmtpSettings.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(start));
        properties.put("mail.smtp.starttls.required", String.valueOf(start));
        if (settings.certificates() != null) {
            properties.put("mail.smtp.ssl.socketFactory", Trust.of(settings.certificates()));
        }
        return properties;
    }

    /** What a server refuses for good is told from what may be otherwise later. */
    private static MessagingException sorted(MessagingException failure) throws Refused {
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException it ? it.getNextException() : null) {
            int code = at instanceof SMTPAddressFailedException address
                    ? address.getReturnCode()
                    : at instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
            if (code >= PERMANENT) {
                throw new Refused(DrawLetter.oneLine(String.valueOf(at.getMessage()), SUBJECT), failure);
            }
        }
        return failure;
    }
}
