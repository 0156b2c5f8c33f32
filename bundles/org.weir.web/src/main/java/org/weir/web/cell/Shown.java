package org.weir.web.cell;

import java.util.List;

/** A value as it stands in a cell or beside its label. */
public sealed interface Shown {
    /** Nothing. */
    record None() implements Shown {}

    /** @param figure aligned at the end, in tabular figures */
    record Plain(String text, boolean figure) implements Shown {}

    /** Several lines. */
    record Prose(String text) implements Shown {}

    /** @param outside leads away from Weir */
    record Link(String text, String href, boolean outside) implements Shown {}

    /** @param tone {@code plain, good, warn, bad, info} */
    record Tag(String text, String tone, String hint) implements Shown {}

    /** Initials in a circle. @param part empty, {@code sr} or {@code fr} */
    record Face(String initials, String part, String hint) implements Shown {}

    /** The grade of a customer. */
    record Grade(String letter) implements Shown {}

    record Moment(String near, String full, String iso) implements Shown {}

    /** @param close marks in a row instead of words after commas */
    record Several(List<Shown> all, boolean close) implements Shown {}

    Shown NONE = new None();

    /** In words alone, for titles and labels. */
    default String words() {
        return switch (kind()) {
            case NONE -> "";
            case PLAIN -> ((Plain) this).text;
            case PROSE -> ((Prose) this).text;
            case LINK -> ((Link) this).text;
            case TAG -> ((Tag) this).text;
            case FACE -> ((Face) this).hint;
            case GRADE -> ((Grade) this).letter;
            case MOMENT -> ((Moment) this).full;
            case SEVERAL ->
                String.join(
                        ", ", ((Several) this).all.stream().map(Shown::words).toList());
        };
    }

    /** For switches, until the language has patterns in them. */
    enum Kind {
        NONE,
        PLAIN,
        PROSE,
        LINK,
        TAG,
        FACE,
        GRADE,
        MOMENT,
        SEVERAL
    }

    default Kind kind() {
        if (this instanceof Plain) {
            return Kind.PLAIN;
        }
        if (this instanceof Prose) {
            return Kind.PROSE;
        }
        if (this instanceof Link) {
            return Kind.LINK;
        }
        if (this instanceof Tag) {
            return Kind.TAG;
        }
        if (this instanceof Face) {
            return Kind.FACE;
        }
        if (this instanceof Grade) {
            return Kind.GRADE;
        }
        if (this instanceof Moment) {
            return Kind.MOMENT;
        }
        return this instanceof Several ? Kind.SEVERAL : Kind.NONE;
    }
}
