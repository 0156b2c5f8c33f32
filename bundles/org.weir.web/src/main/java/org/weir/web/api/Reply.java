package org.weir.web.api;

import gg.jte.Content;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;

/** What a page answers. */
public sealed interface Reply {
    /**
     * A page in the shell (only its main part when htmx asks for it).
     *
     * @param crumbs from the outermost in, without the page itself
     */
    record Show(Text title, List<Crumb> crumbs, Content content) implements Reply {}

    /** A piece of HTML for htmx, outside the shell. */
    record Fragment(Content content) implements Reply {}

    /** JSON for a script of the bundle, written by the page itself. */
    record Json(String body) implements Reply {}

    /** See other; {@code toast} is said on the next page. */
    record Redirect(String location, @Nullable Text toast) implements Reply {}

    /** A file to save, never shown inline. */
    record Download(Path file, String name, String contentType) implements Reply {}

    /** 405. */
    record NotAllowed() implements Reply {}

    record Crumb(Text label, String href) {}
}
