package org.weir.mail.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where letters are handed over, and as whom. Never shown as a whole: it carries a password.
 *
 * @param host empty while nobody has said
 * @param sender an address, or {@code Name <address>}
 * @param certificates a PEM file of authorities that are trusted instead of those of Java; null for those of Java
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String sender,
        @Nullable Path certificates) {
    /** How the way is kept secret. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * @param passwordFile read when not empty; otherwise the variable {@code passwordVariable} of the environment
     * @throws IllegalArgumentException when something is not as it should be, in words for IT
     */
    public static SmtpSettings of(
            String host,
            int port,
            String security,
            String user,
            String passwordFile,
            String passwordVariable,
            String sender,
            String certificates,
            Map<String, String> environment) {
        return new SmtpSettings(
                host.strip(),
                port,
                security(security),
                user.strip(),
                user.isBlank() ? "" : password(passwordFile.strip(), environment.get(passwordVariable.strip())),
                sender.strip(),
                certificates.isBlank() ? null : Path.of(certificates.strip()));
    }

    private static Security security(String name) {
        try {
            return Security.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("security must be none, starttls or tls, not " + name, e);
        }
    }

    private static String password(String file, @Nullable String variable) {
        if (file.isEmpty()) {
            return variable == null ? "" : variable;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("The file with the password cannot be read: " + file, e);
        }
    }

    public boolean complete() {
        return !host.isEmpty() && !sender.isEmpty();
    }

    @Override
    public String toString() {
        return host + ":" + port + " " + security + (user.isEmpty() ? "" : " as " + user);
    }
}
