package org.weir.records.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;
import org.weir.records.type.ReadDeclaration;
import org.weir.records.type.WrongDeclaration;
import org.weir.testkit.TestTexts;

final class ValueFormatsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Locale EN = Locale.ENGLISH;
    private static final Locale DE = Locale.GERMAN;
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    @RecordSpec(name = "thing", schema = "s", table = "thing")
    record Thing(
            @FieldSpec(title = true) String text,
            @FieldSpec Size choice,
            @FieldSpec Boolean bool,
            @FieldSpec Long whole,
            @FieldSpec BigDecimal decimal,
            @FieldSpec Money money,
            @FieldSpec LocalDate date,
            @FieldSpec Instant time,
            @FieldSpec(ref = "thing") UUID ref,
            @FieldSpec List<String> list,
            @FieldSpec(ref = "thing") List<UUID> refs,
            @FieldSpec(format = Format.COUNTRY) String country,
            @FieldSpec(format = Format.LANGUAGE) String language) {
        enum Size {
            SMALL,
            VERY_LARGE
        }
    }

    private final RecordType type = type();
    private final ValueFormats formats = new ValueFormats(TestTexts.of("records"));

    private static RecordType type() {
        try {
            return ReadDeclaration.read(Thing.class);
        } catch (WrongDeclaration e) {
            throw new IllegalStateException(e);
        }
    }

    private Field field(String name) {
        Field field = type.field(name);
        assertNotNull(field);
        return field;
    }

    private @Nullable Object parse(String field, String text, Locale locale) {
        Parsed parsed = formats.parse(type, field(field), text, locale, BERLIN);
        return parsed.error() == null ? parsed.value() : parsed.error().key();
    }

    private String show(String field, Object value, Locale locale) {
        return formats.show(type, field(field), value, locale, BERLIN);
    }

    @Test
    void numbers_are_read_as_people_write_them_and_as_machines_do() {
        assertEquals(new BigDecimal("1234.5"), parse("decimal", "1234.5", EN));
        assertEquals(new BigDecimal("1234.5"), parse("decimal", "1,234.5", EN));
        assertEquals(new BigDecimal("1234.5"), parse("decimal", "1.234,5", DE));
        assertEquals(new BigDecimal("1234.5"), parse("decimal", "1234,5", DE));
        assertEquals(new BigDecimal("1234"), parse("decimal", "1.234", DE));
        assertEquals(new BigDecimal("1.234"), parse("decimal", "1.234", Locale.ROOT));
        assertEquals(new BigDecimal("-1234.5"), parse("decimal", "−1 234.5", EN));
        assertEquals(new BigDecimal("1234567.89"), parse("decimal", "1,234,567.89", ZH));
        assertEquals(1234567L, parse("whole", "1,234,567", EN));
        assertEquals("records.error.number", parse("decimal", "1,2,3", EN));
        assertEquals("records.error.number", parse("decimal", "1,5", EN));
        assertEquals("records.error.number", parse("decimal", "1e5", EN));
        assertEquals("records.error.integer", parse("whole", "1.5", EN));
        assertEquals("records.error.too-large", parse("whole", "99999999999999999999", EN));
        assertNull(parse("decimal", "  ", EN));
    }

    @Test
    void money_names_its_currency() {
        assertEquals(Money.of("1234.50", "EUR"), parse("money", "1.234,50 EUR", DE));
        assertEquals(Money.of("12", "CNY"), parse("money", "CNY 12", ZH));
        assertEquals("records.error.money", parse("money", "12", EN));
        assertEquals("records.error.currency", parse("money", "12 ABC", EN));
        assertEquals("1,234.50 EUR", show("money", Money.of("1234.5", "EUR"), EN));
        assertEquals("1.234,50 EUR", show("money", Money.of("1234.5", "EUR"), DE));
        assertEquals("1,235 JPY", show("money", Money.of("1235", "JPY"), EN));
    }

    @Test
    void dates_and_times_are_read_in_iso_and_in_the_locale() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        for (String text : List.of(
                "2026-11-21",
                "21.11.2026",
                "21 Nov 2026",
                "2026/11/21",
                "21 November 2026",
                "21-11-2026",
                "2026年11月21日")) {
            assertEquals(day, parse("date", text, text.contains("月") ? ZH : EN), text);
        }
        assertEquals(day, parse("date", "21. November 2026", DE));
        assertEquals("records.error.date", parse("date", "31.02.2026", DE));
        assertEquals("records.error.date", parse("date", "tomorrow", EN));
        Instant time = Instant.parse("2026-11-21T08:00:00Z");
        for (String text : List.of(
                "2026-11-21T08:00:00Z",
                "2026-11-21T09:00:00+01:00",
                "2026-11-21T09:00",
                "21.11.2026 9:00",
                "21 Nov 2026, 09:00")) {
            assertEquals(time, parse("time", text, EN), text);
        }
        assertEquals("records.error.time", parse("time", "2026-11-21 25:00", EN));
        assertEquals("21 Nov 2026", show("date", day, EN));
        assertEquals("2026年11月21日", show("date", day, ZH));
        assertEquals("21 Nov 2026 09:00", show("time", time, EN));
    }

    @Test
    void choices_countries_and_languages_are_read_by_code_and_by_name() {
        assertEquals("very-large", parse("choice", "VERY_LARGE", EN));
        assertEquals("records.error.choice", parse("choice", "tiny", EN));
        assertEquals("DE", parse("country", "Germany", ZH));
        assertEquals("DE", parse("country", "德国", EN));
        assertEquals("DE", parse("country", "Deutschland", DE));
        assertEquals("DE", parse("country", "de", EN));
        assertEquals("DE", parse("country", "DEU", EN));
        assertEquals("XK", parse("country", "xk", EN));
        assertEquals("XK", parse("country", "Kosovo", EN));
        assertEquals("CI", parse("country", "cote d’ivoire", EN));
        assertEquals("records.error.country", parse("country", "Atlantis", EN));
        assertEquals("zh-CN", parse("language", "zh-CN", EN));
        assertEquals("fr", parse("language", "French", EN));
        assertEquals("德国", show("country", "DE", ZH));
        assertEquals("French", show("language", "fr", EN));
    }

    @Test
    void canonical_text_reads_back() {
        UUID id = UUID.randomUUID();
        List<Object[]> values = List.of(
                new Object[] {"text", "a\\b"},
                new Object[] {"choice", "small"},
                new Object[] {"bool", true},
                new Object[] {"whole", 12345L},
                new Object[] {"decimal", new BigDecimal("12345.670")},
                new Object[] {"money", Money.of("1234.50", "EUR")},
                new Object[] {"date", LocalDate.of(2026, 2, 3)},
                new Object[] {"time", Instant.parse("2026-11-21T08:00:00.123456Z")},
                new Object[] {"ref", id},
                new Object[] {"list", List.of("a, b", "c")},
                new Object[] {"refs", List.of(id, UUID.randomUUID())});
        for (Object[] it : values) {
            String text = formats.write(field((String) it[0]), it[1]);
            assertEquals(it[1], parse((String) it[0], text, Locale.ROOT), text);
        }
        assertEquals("", formats.write(field("text"), null));
    }

    @Test
    void yes_and_no_in_both_languages() {
        assertEquals(true, parse("bool", "是", EN));
        assertEquals(false, parse("bool", "No", ZH));
        assertEquals("records.error.bool", parse("bool", "maybe", EN));
        assertEquals("是", show("bool", true, ZH));
    }

    @Test
    void folding_makes_alike_what_people_take_for_alike() {
        assertEquals("mtn societe generale", Folding.fold("  ＭＴＮ  Société　Générale "));
        assertEquals("strasse", Folding.fold("STRAßE"));
        assertEquals("orsted", Folding.fold("Ørsted"));
        assertEquals("istanbul", Folding.fold("İstanbul"));
        assertEquals("中国移动", Folding.fold("中国移动"));
        assertEquals("한국", Folding.fold("한국"));
        assertEquals("𠮷", Folding.key("𠮷𠮷", 3));
    }

    @Test
    void texts_are_tidied_and_control_characters_found() {
        assertEquals("a\nb", PlainText.tidy(" a\r\nb\t"));
        assertNull(PlainText.tidy(" \n "));
        assertEquals("é", PlainText.tidy("e\u0301"));
        assertEquals("U+0000", PlainText.forbidden("a\0", true));
        assertEquals("U+000A", PlainText.forbidden("a\nb", false));
        assertNull(PlainText.forbidden("a\n\tb 👩‍🚀", true));
        assertEquals("U+D83D", PlainText.forbidden("\uD83D", true));
    }
}
