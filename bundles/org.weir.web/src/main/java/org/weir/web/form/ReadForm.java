package org.weir.web.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Formats;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;

/** Reads what was typed into a form, by the kinds of its fields. */
public final class ReadForm {
    /** Marks fields that are in the form though nothing of them is sent when they are empty. */
    static final String PRESENT = "_present";

    private final Formats formats;

    public ReadForm(Formats formats) {
        this.formats = formats;
    }

    /**
     * @param values of the fields that are in the form; null for emptied ones
     * @param errors texts by field
     */
    public record Typed(Map<String, @Nullable Object> values, Map<String, Text> errors) {}

    public Typed read(RecordType type, Visit visit) {
        Typed typed = new Typed(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Field field : type.fields()) {
            boolean there = visit.params().containsKey(field.name())
                    || visit.params(PRESENT).contains(field.name());
            if (there && !field.readOnly() && !"theirs".equals(visit.param("choose." + field.name()))) {
                take(field, one(type, field, visit), typed);
            }
        }
        if (!typed.errors().isEmpty()) {
            addMissing(type, typed);
        }
        return typed;
    }

    /** The record kit says what is missing, too, but is not asked while something cannot even be read. */
    private static void addMissing(RecordType type, Typed typed) {
        for (Field field : type.fields()) {
            boolean there = typed.values().containsKey(field.name());
            if (there && field.required() && empty(typed.values().get(field.name()))) {
                typed.errors().put(field.name(), Text.of("web.form.required"));
            }
        }
    }

    private static void take(Field field, Parsed parsed, Typed typed) {
        Text error = parsed.error();
        if (error != null) {
            typed.errors().put(field.name(), error);
        } else {
            typed.values().put(field.name(), parsed.value());
        }
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || (value instanceof List<?> list && list.isEmpty());
    }

    /** The value of one field out of the parameters. */
    public Parsed one(RecordType type, Field field, Visit visit) {
        ZoneId zone = visit.actor().zone();
        List<String> sent = visit.params(field.name()).stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        return switch (field.kind()) {
            case REFS -> references(sent);
            case REF -> sent.isEmpty() ? new Parsed(null, null) : reference(sent.get(0));
            case TIME -> time(type, field, text(sent), visit, zone);
            case MONEY -> formats.parse(type, field, money(field, text(sent), visit), visit.locale(), zone);
            case LIST -> formats.parse(type, field, lines(visit.params(field.name())), visit.locale(), zone);
            default -> formats.parse(type, field, text(sent), visit.locale(), zone);
        };
    }

    private static String text(List<String> sent) {
        return sent.isEmpty()
                ? ""
                : sent.get(sent.size() - 1).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String lines(List<String> sent) {
        return String.join("\n", sent).replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static String money(Field field, String amount, Visit visit) {
        String currency = Objects.requireNonNullElse(visit.param(field.name() + ".currency"), "");
        return amount.isEmpty() || currency.isEmpty() || amount.contains(" ")
                ? amount
                : amount + " " + currency.strip();
    }

    private static Parsed references(List<String> sent) {
        try {
            return new Parsed(sent.stream().map(UUID::fromString).distinct().toList(), null);
        } catch (IllegalArgumentException malformed) {
            return new Parsed(null, Text.of("web.form.choose"));
        }
    }

    private static Parsed reference(String text) {
        try {
            return new Parsed(UUID.fromString(text), null);
        } catch (IllegalArgumentException malformed) {
            return new Parsed(null, Text.of("web.form.choose"));
        }
    }

    /** A wall clock in the reader's zone, as browsers send it; anything else as the formats read it. */
    private Parsed time(RecordType type, Field field, String text, Visit visit, ZoneId zone) {
        if (text.length() >= 16 && text.charAt(10) == 'T' && !text.endsWith("Z")) {
            try {
                Instant at = LocalDateTime.parse(text).atZone(zone).toInstant();
                return new Parsed(at, null);
            } catch (DateTimeParseException other) {
                return formats.parse(type, field, text, visit.locale(), zone);
            }
        }
        return formats.parse(type, field, text, visit.locale(), zone);
    }
}
