package org.weir.records.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Formats;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.RecordType;
import org.weir.records.format.Canonical;
import org.weir.records.format.PlainText;

/**
 * Turns the values of a draft into what is kept: texts tidied, numbers widened, texts read where another kind is wanted.
 * Notes what cannot be taken.
 */
public final class ReadValues {
    private final Formats formats;

    public ReadValues(Formats formats) {
        this.formats = formats;
    }

    /** What stands for a secret leaves it as it is. @throws ProblemException 400 for a field the type does not have */
    public Map<Field, @Nullable Object> read(
            Actor actor, RecordType type, Map<String, ? extends @Nullable Object> raw, Wrongs wrongs) {
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            Field field = type.field(name);
            if (field == null) {
                throw ProblemException.badRequest(Text.of("records.query.unknown-field", name, type.one()));
            }
            if (field.secret() && Field.HIDDEN.equals(value)) {
                return;
            }
            values.put(field, value == null ? null : value(actor, type, field, value, wrongs));
        });
        return values;
    }

    private @Nullable Object value(Actor actor, RecordType type, Field field, Object value, Wrongs wrongs) {
        if (value instanceof Enum<?> constant) {
            return value(actor, type, field, constant.name(), wrongs);
        }
        if (value instanceof String text) {
            return text(actor, type, field, text, wrongs);
        }
        Object taken =
                switch (field.kind()) {
                    case TEXT, CHOICE -> null;
                    case BOOL -> value instanceof Boolean ? value : null;
                    case INTEGER -> whole(value);
                    case DECIMAL -> decimal(value);
                    case MONEY -> value instanceof Money ? value : null;
                    case DATE -> value instanceof LocalDate ? value : null;
                    case TIME -> value instanceof Instant time ? time.truncatedTo(ChronoUnit.MICROS) : null;
                    case REF -> value instanceof UUID ? value : null;
                    case LIST, REFS ->
                        value instanceof Collection<?> many ? entries(actor, type, field, many, wrongs) : null;
                };
        if (taken == null) {
            wrongs.add(field, Text.of("records.error.kind"));
        }
        return taken instanceof List<?> list && list.isEmpty() ? null : taken;
    }

    private static @Nullable Object whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        return null;
    }

    private static @Nullable Object decimal(Object value) {
        if (value instanceof BigDecimal) {
            return value;
        }
        Object whole = whole(value);
        return whole == null ? null : BigDecimal.valueOf((Long) whole);
    }

    private @Nullable Object text(Actor actor, RecordType type, Field field, String text, Wrongs wrongs) {
        String tidy = PlainText.tidy(text);
        if (tidy == null) {
            return null;
        }
        boolean lines = field.multiline() || field.kind() == Field.Kind.LIST || field.kind() == Field.Kind.REFS;
        String forbidden = PlainText.forbidden(tidy, lines);
        if (forbidden != null) {
            wrongs.add(
                    field,
                    Text.of(forbidden.equals("U+000A") ? "records.error.line" : "records.error.control", forbidden));
            return null;
        }
        Parsed parsed = formats.parse(type, field, tidy, Canonical.locale(field, actor.locale()), actor.zone());
        if (parsed.error() != null) {
            wrongs.add(field, parsed.error());
        }
        return parsed.value() instanceof List<?> list && list.isEmpty() ? null : parsed.value();
    }

    private List<Object> entries(Actor actor, RecordType type, Field field, Collection<?> many, Wrongs wrongs) {
        List<Object> entries = new ArrayList<>();
        for (Object it : many) {
            Object entry = it instanceof UUID id && field.kind() == Field.Kind.REFS ? id : entry(field, it, wrongs);
            Object read = entry instanceof String text ? oneOf(text(actor, type, field, text, wrongs)) : entry;
            if (read != null && !entries.contains(read)) {
                entries.add(read);
            }
        }
        return List.copyOf(entries);
    }

    private static @Nullable Object oneOf(@Nullable Object read) {
        return read instanceof List<?> list ? list.get(0) : read;
    }

    /** An entry of a list is never split. */
    private static @Nullable Object entry(Field field, @Nullable Object value, Wrongs wrongs) {
        if (value instanceof String text) {
            if (text.strip().indexOf('\n') >= 0) {
                wrongs.add(field, Text.of("records.error.line"));
                return null;
            }
            if (field.kind() == Field.Kind.LIST && (text.indexOf(';') >= 0 || text.indexOf('；') >= 0)) {
                wrongs.add(field, Text.of("records.error.entry", text));
                return null;
            }
            return text;
        }
        if (value != null) {
            wrongs.add(field, Text.of("records.error.kind"));
        }
        return null;
    }
}
