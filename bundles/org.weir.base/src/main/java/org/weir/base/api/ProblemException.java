package org.weir.base.api;

import java.util.List;

/**
 * A request that cannot be answered, said in a way that REST can put into a problem+json body (RFC 9457) and a page
 * can put beside the field. Texts are keys, resolved in the reader's language at the edge.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with one field. {@code field} is the field's name; empty means the record as a whole. */
    public record At(String field, Text text) {}

    private final int status;
    private final transient Text text;
    private final transient List<At> fields;

    /** @param status the HTTP status that fits, 400 to 599 */
    public ProblemException(int status, Text text, List<At> fields) {
        super(status + " " + text + (fields.isEmpty() ? "" : " " + fields));
        this.status = status;
        this.text = text;
        this.fields = List.copyOf(fields);
    }

    public static ProblemException notFound() {
        return new ProblemException(404, Text.of("problem.not-found"), List.of());
    }

    /** The actor may not do this: {@code permission} is named so that IT can grant it. */
    public static ProblemException forbidden(String permission) {
        return new ProblemException(403, Text.of("problem.forbidden", permission), List.of());
    }

    /** The request itself is malformed: unknown field, bad filter, wrong type. */
    public static ProblemException badRequest(Text text) {
        return new ProblemException(400, text, List.of());
    }

    /** The values are well-formed but not acceptable; each field says why. */
    public static ProblemException invalid(List<At> fields) {
        return new ProblemException(422, Text.of("problem.invalid", fields.size()), fields);
    }

    public static ProblemException invalid(String field, Text text) {
        return invalid(List.of(new At(field, text)));
    }

    /** The request clashes with the present state (used key, record in use …). */
    public static ProblemException conflict(Text text) {
        return new ProblemException(409, text, List.of());
    }

    public int status() {
        return status;
    }

    public Text text() {
        return text;
    }

    public List<At> fields() {
        return fields;
    }
}
