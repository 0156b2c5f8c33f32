package org.weir.records.api;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.base.api.Text;

/** Values as people write and read them, and in their one canonical form (ISO) for URLs, JSON and history. */
@ProviderType
public interface Formats {
    /** For people. References need titles and are not formatted here (their id is). */
    String show(RecordType type, Field field, @Nullable Object value, Locale locale, ZoneId zone);

    /** The codes of all countries: ISO 3166 alpha-2, and XK for Kosovo. */
    Set<String> countries();

    /** The canonical text: 1234.5, 2026-11-21, 2026-11-21T08:00:00Z, choice key, uuid, {@code 12.00 EUR}; list entries by line. */
    String write(Field field, @Nullable Object value);

    /**
     * Reads canonical text, and what people of the locale write (1.234,5; 21.11.2026; a choice's or a country's name in
     * either language); blank is null.
     */
    Parsed parse(RecordType type, Field field, String text, Locale locale, ZoneId zone);

    /** Exactly one is set unless the text was blank. */
    record Parsed(@Nullable Object value, @Nullable Text error) {}
}
