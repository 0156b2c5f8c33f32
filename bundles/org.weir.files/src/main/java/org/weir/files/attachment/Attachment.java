package org.weir.files.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file beside a record.
 *
 * @param media as its bytes tell, see {@link org.weir.files.content.Sniff}
 * @param removedAt null while it is there; one that was removed can be brought back for a month
 */
public record Attachment(
        UUID id,
        String type,
        UUID record,
        String name,
        long bytes,
        String media,
        String sha256,
        @Nullable UUID addedBy,
        Instant addedAt,
        @Nullable Instant removedAt) {}
