package org.weir.records.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException.At;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Formats;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.RecordType;
import org.weir.records.sheet.SheetRow;

/**
 * Reads the cells of a row by the mapping. Several columns for one field are joined with {@code -} (money with a blank);
 * blank cells say nothing. Tabs and line breaks in what is one line are blanks, as in the input fields of a form.
 */
final class ReadCells {
    private static final Pattern ENTRIES = Pattern.compile("[\\n;；]");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r\\x0B\\f]+");
    private static final int REMEMBERED = 5_000;

    private final RecordType type;
    private final Mapping mapping;
    private final Formats formats;
    private final Actor actor;
    private final Locale locale;
    private final Map<String, Map<String, Parsed>> remembered = new HashMap<>();

    ReadCells(RecordType type, Mapping mapping, Formats formats, Actor actor) {
        this.type = type;
        this.mapping = mapping;
        this.formats = formats;
        this.actor = actor;
        this.locale = Locale.forLanguageTag(mapping.language());
    }

    /**
     * A row that was read.
     *
     * @param values by field, of all fields but references
     * @param references the texts that name records, by field
     * @param wrong what could not be read
     */
    record Cells(
            long line,
            String title,
            Map<String, Object> values,
            Map<String, List<String>> references,
            List<At> wrong) {}

    Cells read(SheetRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, List<String>> references = new LinkedHashMap<>();
        List<At> wrong = new ArrayList<>();
        String title = "";
        for (Map.Entry<String, List<Integer>> mapped : mapping.columns().entrySet()) {
            Field field = Objects.requireNonNull(type.field(mapped.getKey()));
            String text = text(field, row, mapped.getValue());
            if (text.isEmpty()) {
                continue;
            }
            title = field.title() ? text : title;
            if (field.kind() == Kind.REF) {
                references.put(field.name(), List.of(text));
            } else if (field.kind() == Kind.REFS) {
                references.put(field.name(), entries(text));
            } else {
                Parsed parsed = parse(field, text, typed(row, mapped.getValue()));
                if (parsed.error() != null) {
                    wrong.add(new At(field.name(), parsed.error()));
                } else if (parsed.value() != null) {
                    values.put(field.name(), parsed.value());
                }
            }
        }
        return new Cells(row.line(), title, values, references, wrong);
    }

    private String text(Field field, SheetRow row, List<Integer> columns) {
        List<String> filled = new ArrayList<>(columns.size());
        for (int column : columns) {
            String cell = row.cells().get(column).strip();
            if (!cell.isEmpty()) {
                filled.add(cell);
            }
        }
        String text = String.join(field.kind() == Kind.MONEY ? " " : "-", filled);
        if (field.kind() == Kind.MONEY && text.chars().noneMatch(Character::isLetter) && !text.isEmpty()) {
            return (text + " " + mapping.currency()).strip();
        }
        boolean oneLine = field.kind() == Kind.TEXT && !field.multiline() || field.kind() == Kind.REF;
        return oneLine ? BREAKS.matcher(text).replaceAll(" ") : text;
    }

    private static List<String> entries(String text) {
        return ENTRIES.splitAsStream(text)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean typed(SheetRow row, List<Integer> columns) {
        return columns.size() == 1 && row.typed().get(columns.get(0));
    }

    /** Many rows say the same: what was read once is remembered. */
    private Parsed parse(Field field, String text, boolean typed) {
        Map<String, Parsed> known = remembered.computeIfAbsent(field.name() + typed, it -> new HashMap<>());
        Parsed parsed = known.get(text);
        if (parsed == null) {
            parsed = formats.parse(type, field, text, typed ? Locale.ROOT : locale, actor.zone());
            if (known.size() < REMEMBERED) {
                known.put(text, parsed);
            }
        }
        return parsed;
    }
}
