package org.weir.mail.api;

import java.util.List;
import org.weir.base.api.Text;

/**
 * What is to be said, without its form: the same is drawn as text and as HTML, in the receiver's language.
 *
 * @param subject one line
 */
public record Letter(Text subject, List<Part> parts) {
    public Letter {
        parts = List.copyOf(parts);
    }

    public static Letter of(Text subject, Part... parts) {
        return new Letter(subject, List.of(parts));
    }

    /** A piece of a letter. */
    public sealed interface Part {}

    /** A paragraph. */
    public record Words(Text text) implements Part {}

    /** What somebody said, as it was said. */
    public record Quote(String words) implements Part {}

    /** A line of facts; {@code value} as it is shown. */
    public record Fact(Text label, String value) implements Part {}

    /** A way into Weir. @param path begins with a slash */
    public record Link(Text label, String path) implements Part {
        public Link {
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException("Not a path in Weir: " + path);
            }
        }
    }
}
