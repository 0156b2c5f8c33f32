package org.weir.web.importing;

import java.text.Normalizer;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.web.api.Visit;

/** Lays out the columns of a file and what they fill. */
final class MakeColumns {
    private static final List<String> LANGUAGES =
            List.of("en", "en-GB", "de", "fr", "es", "it", "pt-BR", "ru", "tr", "zh-CN", "ja");
    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "CNY", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "JPY", "INR", "BRL", "ZAR", "NGN", "KES",
            "GHS", "EGP", "AED", "SAR", "TRY");
    private static final LocalDate SAMPLE = LocalDate.of(2026, 2, 17);
    private static final int VALUES = 3;
    private static final int LONG = 40;

    private final RecordTypes types;

    MakeColumns(RecordTypes types) {
        this.types = types;
    }

    /** @param errors by field of the record; {@code column.N} for a column, empty for the whole */
    ColumnsView make(Visit visit, RecordType type, Batch batch, Mapping mapping, Map<String, Text> errors) {
        List<ColumnsView.Line> lines = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        for (int i = 0; i < batch.heads().size(); i++) {
            int index = i;
            String field = mapping.columns().entrySet().stream()
                    .filter(it -> it.getValue().contains(index))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            Text error = errors.get("column." + i);
            if (error == null && !field.isEmpty() && placed.add(field)) {
                error = errors.get(field);
            }
            boolean named = named(visit, type, field, batch.heads().get(i));
            lines.add(new ColumnsView.Line(
                    i,
                    batch.heads().get(i),
                    values(batch, i),
                    field,
                    field.isEmpty() ? "" : visit.t(named ? "transfer.column.by-name" : "transfer.column.check"),
                    named ? "good" : "warn",
                    mapping.keys().contains(field),
                    error == null ? "" : visit.t(error)));
        }
        List<String> whole = new ArrayList<>();
        errors.forEach((field, text) -> {
            if (!placed.contains(field) && !field.startsWith("column.")) {
                whole.add(visit.t(text));
            }
        });
        return new ColumnsView(
                lines,
                choices(visit, type),
                creatable(visit, type, mapping),
                languages(visit, mapping.language()),
                mapping.language(),
                currencies(visit, type, mapping.currency()),
                mapping.currency(),
                whole);
    }

    static List<Field> fields(RecordType type) {
        return type.fields().stream().filter(Field::importable).toList();
    }

    private static List<ColumnsView.Choice> choices(Visit visit, RecordType type) {
        return fields(type).stream()
                .map(it -> new ColumnsView.Choice(it.name(), visit.t(type.label(it)) + (it.required() ? " *" : "")))
                .toList();
    }

    private List<ColumnsView.Tick> creatable(Visit visit, RecordType type, Mapping mapping) {
        return fields(type).stream()
                .filter(it -> creatable(visit, it))
                .map(it -> new ColumnsView.Tick(
                        it.name(),
                        visit.t(type.label(it)),
                        mapping.createMissing().contains(it.name())))
                .toList();
    }

    private boolean creatable(Visit visit, Field field) {
        return !field.ref().isEmpty()
                && types.find(field.ref())
                        .filter(it -> visit.actor().may(it.permission("create")))
                        .isPresent();
    }

    private static List<ColumnsView.Choice> languages(Visit visit, String present) {
        return Stream.concat(Stream.of(present), LANGUAGES.stream())
                .filter(it -> !it.isEmpty())
                .distinct()
                .map(it -> new ColumnsView.Choice(it, sample(Locale.forLanguageTag(it), visit)))
                .toList();
    }

    private static List<ColumnsView.Choice> currencies(Visit visit, RecordType type, String present) {
        if (fields(type).stream().noneMatch(it -> it.kind() == Field.Kind.MONEY)) {
            return List.of();
        }
        List<ColumnsView.Choice> choices = new ArrayList<>();
        choices.add(new ColumnsView.Choice("", visit.t("transfer.currency.each")));
        Stream.concat(Stream.of(present), CURRENCIES.stream())
                .filter(it -> !it.isEmpty())
                .distinct()
                .map(it -> new ColumnsView.Choice(
                        it, it + " · " + Currency.getInstance(it).getDisplayName(visit.locale())))
                .forEach(choices::add);
        return choices;
    }

    /** The language's name with a number and a date as written there. */
    private static String sample(Locale locale, Visit visit) {
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(locale)
                .format(SAMPLE);
        return locale.getDisplayName(visit.locale()) + " · "
                + NumberFormat.getNumberInstance(locale).format(1234.5) + " · " + date;
    }

    private static String values(Batch batch, int column) {
        List<String> first = batch.preview().stream()
                .map(it -> column < it.size() ? it.get(column).strip() : "")
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(VALUES)
                .map(MakeColumns::shortened)
                .toList();
        return String.join(" · ", first);
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONG
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONG)) + "…";
    }

    private static boolean named(Visit visit, RecordType type, String name, String head) {
        Field field = type.field(name);
        if (field == null) {
            return false;
        }
        return Stream.concat(
                        Stream.of(field.name(), field.column(), visit.t(type.label(field))),
                        field.importedAs().stream())
                .map(MakeColumns::bare)
                .anyMatch(bare(head)::equals);
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
