package org.weir.records.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;

/** Export of a list as filtered, in the background. Needs {@code TYPE:export}; only what the actor may see. */
@ProviderType
public interface Exports {
    /** @return the job */
    UUID start(Actor actor, Query query, List<String> fields, Format format);

    /** The file of a finished export of one's own; kept for a day. */
    Download download(Actor actor, UUID job) throws IOException;

    enum Format {
        CSV,
        XLSX
    }

    record Download(Path file, String name, String contentType) {}
}
