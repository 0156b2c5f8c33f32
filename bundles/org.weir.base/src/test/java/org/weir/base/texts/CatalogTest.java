package org.weir.base.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.Money;
import org.weir.base.api.Text;

final class CatalogTest {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Catalog catalog = Catalog.of(List.of(
            new TextFile(
                    "a",
                    Locale.ENGLISH,
                    Map.of(
                            "count", "{0} of {1}",
                            "quote", "It''s here",
                            "only", "Only English",
                            "broken", "a {0",
                            "year", "{0,number,#}",
                            "inner", "See: {0}")),
            new TextFile("a", CHINESE, Map.of("count", "共 {1}，第 {0}", "quote", "在这里")),
            new TextFile("b", Locale.ENGLISH, Map.of("quote", "second", "b", "B"))));

    @Test
    void a_text_is_given_in_the_language_of_the_reader() {
        assertEquals("1 of 2", catalog.text(Locale.ENGLISH, "count", 1, 2));
        assertEquals("共 2，第 1", catalog.text(CHINESE, "count", 1, 2));
    }

    @Test
    void another_country_with_the_same_language_reads_that_language() {
        assertEquals("在这里", catalog.text(Locale.CHINESE, "quote"));
        assertEquals("It's here", catalog.text(Locale.UK, "quote"));
    }

    @Test
    void a_key_missing_in_a_language_falls_back_to_english() {
        assertEquals("Only English", catalog.text(CHINESE, "only"));
        assertEquals("Only English", catalog.text(Locale.FRENCH, "only"));
    }

    @Test
    void a_key_missing_everywhere_reads_as_itself() {
        assertEquals("no.such.key", catalog.text(Locale.ENGLISH, "no.such.key", 1));
        assertEquals(Optional.empty(), catalog.find(Locale.ENGLISH, "no.such.key"));
    }

    @Test
    void the_first_bundle_with_a_key_keeps_it() {
        assertEquals("It's here", catalog.text(Locale.ENGLISH, "quote"));
        assertEquals(Optional.of("B"), catalog.find(CHINESE, "b"));
    }

    @Test
    void a_malformed_pattern_is_shown_as_it_is() {
        assertEquals("a {0", catalog.text(Locale.ENGLISH, "broken", 1));
    }

    @Test
    void numbers_dates_money_and_texts_are_written_for_the_reader() {
        assertEquals("1,234 of 2", catalog.text(Locale.ENGLISH, "count", 1234, 2));
        assertEquals("2026", catalog.text(Locale.ENGLISH, "year", 2026));
        assertEquals("See: Only English", catalog.text(Locale.ENGLISH, "inner", Text.of("only")));
        assertEquals("See: 22 Nov 2026", catalog.text(Locale.US, "inner", LocalDate.of(2026, 11, 22)));
        assertEquals("See: $5.00", catalog.text(Locale.US, "inner", Money.of("5", "USD")));
        assertTrue(catalog.text(Locale.US, "inner", Instant.EPOCH).endsWith("UTC"));
    }

    @Test
    void english_comes_first_among_the_languages() {
        assertEquals(List.of(Locale.ENGLISH, CHINESE), List.copyOf(catalog.locales()));
    }

    @Test
    void a_file_is_read_as_utf_8_with_its_language_from_its_name(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("example_zh_CN.properties");
        Files.writeString(file, "a.b=保存\n");
        TextFile read = TextFile.read(file.toUri().toURL());
        assertEquals(new TextFile("example", CHINESE, Map.of("a.b", "保存")), read);
    }

    @Test
    void files_of_osgi_itself_are_left_alone() throws IOException {
        assertFalse(TextFile.isOne(url("file:/x/OSGI-INF/l10n/bundle.properties")));
        assertFalse(TextFile.isOne(url("file:/x/OSGI-INF/l10n/bundle_de.properties")));
        assertTrue(TextFile.isOne(url("file:/x/OSGI-INF/l10n/relationship.properties")));
    }

    private static URL url(String address) throws IOException {
        return URI.create(address).toURL();
    }
}
