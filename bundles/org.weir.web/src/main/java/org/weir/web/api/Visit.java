package org.weir.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/** One request to a page, and the reader's language. */
@ProviderType
public interface Visit {
    Actor actor();

    /** The value of a path variable. */
    String path(String variable);

    /** @throws org.weir.base.api.ProblemException 404 when the variable is no UUID */
    UUID pathId(String variable);

    /** The first value of a query or form parameter, null when absent. */
    @Nullable
    String param(String name);

    List<String> params(String name);

    Map<String, List<String>> params();

    /** A file sent with the form; null when absent. */
    @Nullable
    Upload upload(String name) throws IOException;

    /** Whether htmx asks, and wants a piece. */
    boolean htmx();

    /** Path and query as asked for. */
    String url();

    /** The token for hidden form fields named {@code _csrf}. */
    String csrf();

    Locale locale();

    /** The text in the reader's language. */
    String t(String key, Object... args);

    String t(Text text);

    /** A moment in the reader's zone and language: short if near. */
    String time(Instant at);

    interface Upload {
        String fileName();

        InputStream open() throws IOException;
    }
}
