package org.weir.mail.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One address, as strict as mail servers are, and without any way to smuggle a header or a second address in. */
final class Addresses {
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\]+@[^\\s\\p{Cntrl}<>,;:\"()@\\[\\]\\\\]+");
    private static final int LONGEST = 254;

    private Addresses() {}

    /** @throws AddressException when it is no address of one person */
    static InternetAddress one(String address) throws AddressException {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            throw new AddressException("Not an address");
        }
        InternetAddress made = new InternetAddress(address, true);
        made.validate();
        return made;
    }

    /** An address, or a name and an address in angle brackets. */
    static InternetAddress sender(String text) throws AddressException {
        InternetAddress[] parsed = InternetAddress.parse(text, true);
        if (parsed.length != 1 || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new AddressException("Not one address: " + text);
        }
        InternetAddress sender = one(parsed[0].getAddress());
        try {
            sender.setPersonal(parsed[0].getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return sender;
    }
}
