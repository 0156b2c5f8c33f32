package org.weir.mail.api;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Writes to people. A letter is drawn in the receiver's language when it is queued, and sent by a job. */
@ProviderType
public interface Mail {
    /**
     * Queues a letter, in the transaction under way if there is one: it is sent if that commits, and tried again while the
     * mail server is away.
     *
     * @param template the name of a {@link MailTemplate}
     * @param toUser who gets it
     * @param values what the template writes about
     * @return the letter's id; empty when this person gets none: not active, without an address, or not wishing letters of
     *     this kind
     * @throws IllegalArgumentException when there is no such template
     */
    Optional<UUID> send(String template, UUID toUser, Map<String, ?> values);
}
