package org.weir.records.format;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;

/** Reads a text into a field's value, or into a {@link Text} that says why it cannot be read. */
final class ReadValue {
    private static final Set<String> YES = Set.of("true", "1", "y", "yes", "on", "x", "ja", "oui", "si", "是", "有");
    private static final Set<String> NO = Set.of("false", "0", "n", "no", "off", "nein", "non", "否", "无");
    private static final Pattern MONEY = Pattern.compile("([A-Za-z]{3})?\\s*([-+−]?[\\d.,'’\\s]+?)\\s*([A-Za-z]{3})?");
    private static final Pattern ENTRIES = Pattern.compile("[\\n;；]");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Texts texts;
    private final Countries countries = new Countries();

    ReadValue(Texts texts) {
        this.texts = texts;
    }

    Object read(RecordType type, Field field, String text, Locale locale, ZoneId zone) {
        return switch (field.kind()) {
            case TEXT -> text(field, text, locale);
            case CHOICE -> choice(type, field, text, locale);
            case BOOL -> bool(text, locale);
            case INTEGER -> integer(text, locale);
            case DECIMAL -> orError(ReadNumber.read(text, locale), "records.error.number");
            case MONEY -> money(text, locale);
            case DATE -> orError(ReadTime.date(text, locale), "records.error.date");
            case TIME -> orError(ReadTime.time(text, locale, zone), "records.error.time");
            case REF -> orError(uuid(text), "records.error.reference");
            case LIST -> list(field, text, locale);
            case REFS -> refs(text);
        };
    }

    private static Object orError(@Nullable Object value, String error) {
        return value == null ? Text.of(error) : value;
    }

    private Object text(Field field, String text, Locale locale) {
        return switch (field.format()) {
            case COUNTRY -> orError(countries.country(text, locale), "records.error.country");
            case LANGUAGE -> orError(countries.language(text, locale), "records.error.language");
            default -> text;
        };
    }

    private Object choice(RecordType type, Field field, String text, Locale locale) {
        String key = text.toLowerCase(Locale.ROOT).replace('_', '-');
        if (field.choices().contains(key)) {
            return key;
        }
        String folded = Folding.fold(text);
        for (Locale language : List.of(locale, Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (String choice : field.choices()) {
                if (Folding.fold(texts.text(language, type.label(field, choice)))
                        .equals(folded)) {
                    return choice;
                }
            }
        }
        return Text.of("records.error.choice", text, String.join(", ", field.choices()));
    }

    private Object bool(String text, Locale locale) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || word.equals(texts.text(locale, "records.yes").toLowerCase(locale))) {
            return Boolean.TRUE;
        }
        if (NO.contains(word) || word.equals(texts.text(locale, "records.no").toLowerCase(locale))) {
            return Boolean.FALSE;
        }
        return Text.of("records.error.bool");
    }

    private static Object integer(String text, Locale locale) {
        BigDecimal number = ReadNumber.read(text, locale);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return Text.of("records.error.integer");
        }
        return number.abs().compareTo(MOST) > 0 ? Text.of("records.error.too-large") : number.longValueExact();
    }

    private static Object money(String text, Locale locale) {
        Matcher parts = MONEY.matcher(text);
        if (!parts.matches() || (parts.group(1) == null) == (parts.group(3) == null)) {
            return Text.of("records.error.money");
        }
        BigDecimal amount = ReadNumber.read(parts.group(2), locale);
        String code = parts.group(1) == null ? parts.group(3) : parts.group(1);
        if (amount == null) {
            return Text.of("records.error.money");
        }
        try {
            return new Money(amount, Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Text.of("records.error.currency", code);
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Object list(Field field, String text, Locale locale) {
        List<String> entries = new ArrayList<>();
        for (String part : ENTRIES.split(text)) {
            String tidy = PlainText.tidy(part);
            if (tidy == null) {
                continue;
            }
            Object value = text(field, tidy, locale);
            if (value instanceof Text) {
                return value;
            }
            if (!entries.contains(value)) {
                entries.add((String) value);
            }
        }
        return List.copyOf(entries);
    }

    private static Object refs(String text) {
        List<UUID> ids = new ArrayList<>();
        for (String part : text.split("[\\s,;]+")) {
            UUID id = uuid(part);
            if (id == null) {
                return Text.of("records.error.reference");
            }
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }
}
