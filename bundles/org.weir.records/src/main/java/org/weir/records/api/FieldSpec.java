package org.weir.records.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a field of a record type on a component of its Java record. The kind follows from the Java type: String, an
 * enum (choice; constants in lower case with dashes), Boolean, Integer, Long, BigDecimal, Money, LocalDate, Instant, UUID
 * (a reference, {@link #ref} required), {@code List<String>} (several short texts), {@code List<UUID>} (several references,
 * {@link #ref} required: people who took part).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FieldSpec {
    boolean required() default false;

    /** What people call the record by; exactly one per type. A reference makes the title that of the record referred to. */
    boolean title() default false;

    /** Greatest number of characters of a text, or of one entry of a list. */
    int max() default 200;

    boolean multiline() default false;

    /** A closer meaning of a text, which decides checking, display and input. */
    Format format() default Format.PLAIN;

    /** Type referred to; {@code user} and {@code team} refer to access. */
    String ref() default "";

    /** What the record referred to calls the way back: {@code employments}; must be set to filter and list that way. */
    String inverse() default "";

    /** What the field means for visibility. */
    Meaning meaning() default Meaning.NONE;

    /** No two records may have the same value; for a list: no two records may share an entry. */
    boolean unique() default false;

    /** Stands in the list unless columns are chosen; order as declared. */
    boolean column() default false;

    /** Group of fields on the page and the form. */
    String section() default "main";

    /** Set by use cases only, never by form, import or REST. */
    boolean readOnly() default false;

    /** Has an index that begins with the column, so that lists may sort by it. Titles always may. */
    boolean sortable() default false;

    /**
     * Worked out by the program and moved often, for many records at once: the column stands in a table of its own,
     * {@code <table>_reckoned}, with one row per record and no version, so that writing it moves no index of the record.
     * Read-only, no text, list, money or reference, never required.
     */
    boolean reckoned() default false;

    /** Column heads that import takes for this field, besides its name and its labels. */
    String[] importedAs() default {};

    /** The value a new record starts with, as text; {@code me} and {@code my-team} for users and teams, {@code today}, {@code now}. */
    String initial() default "";

    /**
     * The record is numbered as people see it: {@code Q} fills the field, a text, with {@code Q-2026-000123} when a record is
     * created without a value; counted per prefix and year (in UTC), gapless unless a creation fails. Read-only in forms.
     */
    String number() default "";

    /**
     * A plain text that is written and never told: pages, forms, lists, REST, export, history, webhooks and rows read through
     * {@link Records} have {@link Field#HIDDEN} where there is one; it is neither searched, filtered, sorted by nor imported.
     * Writing {@link Field#HIDDEN} leaves what is there. The bundle that needs it asks {@link Records#secret}.
     */
    boolean secret() default false;

    enum Format {
        PLAIN,
        EMAIL,
        PHONE,
        URL,
        /** ISO 3166 alpha-2, shown as the country's name. */
        COUNTRY,
        /** BCP 47 tag, shown as the language's name. */
        LANGUAGE,
        /** Code of a region. */
        REGION
    }

    enum Meaning {
        NONE,
        /** The user to whom the record belongs. */
        OWNER,
        /** The team to which it belongs. */
        TEAM,
        /** The region to which it belongs. */
        REGION,
        /** The account it belongs to. */
        ACCOUNT
    }
}
