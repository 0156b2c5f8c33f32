package org.weir.records.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record type on a Java record, whose components are the fields (see {@link FieldSpec}). The bundle's
 * migration makes the table: the system columns {@code id uuid primary key, version bigint, created_at, created_by,
 * updated_at, updated_by}, one column per field in snake case ({@code nameLocal} → {@code name_local}; money has a second
 * column {@code …_currency}), {@code <title>_key} (the folded title, for sorting and finding), and one table
 * {@code <table>_<field>(id uuid, pos integer, val varchar)} per list field ({@code val uuid} for several references).
 *
 * <p>Texts by convention: {@code record.NAME} (one), {@code record.NAME.many}, {@code record.NAME.FIELD},
 * {@code record.NAME.FIELD.CHOICE}, optional {@code record.NAME.FIELD.help}, {@code record.NAME.section.SECTION},
 * {@code record.NAME.action.ACTION}, {@code record.NAME.inverse.INVERSE} (on the type referred to: {@code
 * record.account.inverse.employments}).
 *
 * <p>Permissions: {@code NAME:read, create, update, delete, import, export} and {@code NAME:ACTION}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecordSpec {
    /** Lower-case, dashes; unique in the suite; partners prefix theirs ({@code acme-visit}). Stands in URLs. */
    String name();

    /** The bundle's own schema. */
    String schema();

    String table();

    /** Name of an icon of the shell's sprite. */
    String icon() default "file";

    /** Where it stands in the navigation: text key of the section; empty keeps it out (a detail of another record). */
    String section() default "";

    int order() default 100;

    /**
     * Other records whose visibility this one shares, besides its own owner, team, region and account columns: the name
     * of a reference field ({@code account}: seen by whoever sees that account), or {@code type.field} for the reverse
     * ({@code employment.person}: seen by whoever sees some employment of this person).
     */
    String[] visibleThrough() default {};

    /** The default order of lists, as in the URL: {@code -at,name}. Empty: by title. */
    String sort() default "";

    /** The date or time field under which this record stands on the timelines of the records it refers to. */
    String timeline() default "";

    /** Fields by which import may match (each alone, or {@code a+b} together), the first is proposed. */
    String[] keys() default {};

    /**
     * Whether some of its read-only fields are kept by the program without a new version (due times that a clock reckons):
     * then an unchanged version does not say that nothing has changed, but it protects all that people write.
     */
    boolean reckoned() default false;
}
