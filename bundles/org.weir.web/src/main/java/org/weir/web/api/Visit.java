package org.weir.web.api;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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

    /** The moment in full, for a tooltip. */
    String fullTime(Instant at);

    /** An icon of the sprite, for example {@code ${visit.icon("users")}} in a template; an unknown name shows nothing. */
    Content icon(String name);

    /** @param style classes: {@code s} small, {@code l} large */
    Content icon(String name, String style);

    /** The immutable address of a file under {@code static/} of any bundle: {@code weir/weir.css}. */
    String asset(String path);

    /** Where the request comes from, for the audit trail; empty when there is no request. */
    default String address() {
        return "";
    }

    /**
     * Begins a piece of the page that asks for itself, while the rest goes on; it must not touch the answer's status and
     * headers.
     *
     * @return gives the result, waiting for it or, when nobody has begun, working for it; throws what the piece throws
     */
    default <T> Supplier<T> meanwhile(Supplier<T> piece) {
        return piece;
    }

    /** What several pieces of one page need, found by the first of them. @param what names it */
    default <T> T once(String what, Supplier<T> find) {
        return find.get();
    }

    /** The status of the answer; 200 unless told (422 for a form shown again with its errors). */
    void status(int code);

    /** A header of the answer, such as {@code HX-Trigger}. */
    void header(String name, String value);

    interface Upload {
        String fileName();

        InputStream open() throws IOException;
    }
}
