package org.weir.records.api;

import java.util.List;

/**
 * A field of a record type.
 *
 * @param name as in the Java record, in URLs and in JSON
 * @param column as in SQL
 * @param choices for {@link Kind#CHOICE} the values, lower case with dashes
 * @param readOnly set by use cases only; numbered fields always are, though import may give the number
 * @param number the prefix of its numbers, empty when it is not numbered
 * @param secret never told; see {@link FieldSpec#secret}
 * @param reckoned stands in the table {@code <table>_reckoned}
 * @param ref the type referred to, empty unless {@link Kind#REF} or {@link Kind#REFS}
 */
public record Field(
        String name,
        String column,
        Kind kind,
        boolean required,
        boolean title,
        int max,
        boolean multiline,
        FieldSpec.Format format,
        List<String> choices,
        String ref,
        String inverse,
        FieldSpec.Meaning meaning,
        boolean unique,
        boolean inList,
        String section,
        boolean readOnly,
        boolean sortable,
        List<String> importedAs,
        String initial,
        String number,
        boolean secret,
        boolean reckoned) {
    /** Stands for a secret that is there. */
    public static final String HIDDEN = "••••••";

    /** A column that every record has and nobody sets: sortable, never empty. */
    public static Field ofSystem(String name, String column, Kind kind, String ref) {
        return new Field(
                name,
                column,
                kind,
                true,
                false,
                1,
                false,
                FieldSpec.Format.PLAIN,
                List.of(),
                ref,
                "",
                FieldSpec.Meaning.NONE,
                false,
                false,
                "",
                true,
                true,
                List.of(),
                "",
                "",
                false,
                false);
    }

    /** Counted by the kit when a record is created without a value. */
    public boolean numbered() {
        return !number.isEmpty();
    }

    /** Whether import may set it: what people may, and numbers that were given elsewhere. */
    public boolean importable() {
        return !secret && (!readOnly || numbered());
    }

    /** What a value is, as a Java object in a {@link Row}. */
    public enum Kind {
        /** String */
        TEXT,
        /** String, one of the choices */
        CHOICE,
        /** Boolean */
        BOOL,
        /** Long */
        INTEGER,
        /** BigDecimal */
        DECIMAL,
        /** org.weir.base.api.Money */
        MONEY,
        /** LocalDate */
        DATE,
        /** Instant */
        TIME,
        /** UUID */
        REF,
        /** List of String, never null; entries in {@code <table>_<field>(id uuid, pos integer, val varchar)} */
        LIST,
        /**
         * List of UUID, never null: several references; entries in {@code <table>_<field>(id uuid, pos integer, val uuid)}.
         * Paths, inverses, timelines and delete guards treat it like REF; forms offer a lookup that takes several.
         */
        REFS
    }
}
