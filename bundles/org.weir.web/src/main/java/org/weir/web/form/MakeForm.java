package org.weir.web.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.base.api.Texts;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Values;
import org.weir.web.form.FormView.Input;
import org.weir.web.form.FormView.Option;
import org.weir.web.shell.Services;

/** Lays out the fields of a type as inputs. */
public final class MakeForm {
    private static final int LONG = 300;

    private final Services services;

    public MakeForm(Services services) {
        this.services = services;
    }

    /**
     * @param values what stands in the inputs, by field
     * @param typed raw parameters that win over {@code values}: what somebody typed and must not lose
     * @param errors texts by field
     * @param was whether to send along what was there before
     */
    public List<FormView.Section> sections(
            RecordType type,
            Visit visit,
            Map<String, ?> values,
            boolean typed,
            Map<String, String> errors,
            boolean was) {
        Values titles =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        titles.prepareTitles(ids(type, visit, values, typed));
        Map<String, List<Input>> sections = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            if (!field.readOnly()) {
                Input input = input(type, field, visit, values.get(field.name()), typed, errors, was, titles.titles());
                sections.computeIfAbsent(field.section(), key -> new ArrayList<>())
                        .add(input);
            }
        }
        List<FormView.Section> result = new ArrayList<>();
        sections.forEach((name, inputs) -> result.add(new FormView.Section(legend(type, name, visit), inputs)));
        return result;
    }

    private String legend(RecordType type, String section, Visit visit) {
        Texts texts = services.texts();
        return texts.find(visit.locale(), "record." + type.name() + ".section." + section)
                .orElse("");
    }

    private static Map<String, Set<UUID>> ids(RecordType type, Visit visit, Map<String, ?> values, boolean typed) {
        Map<String, Set<UUID>> result = new HashMap<>();
        for (Field field : type.fields()) {
            if (!field.ref().isEmpty()) {
                Set<UUID> some = result.computeIfAbsent(field.ref(), key -> new HashSet<>());
                Object value = values.get(field.name());
                if (value instanceof UUID id) {
                    some.add(id);
                } else if (value instanceof Collection<?> several) {
                    several.forEach(it -> some.add((UUID) it));
                }
                if (typed) {
                    visit.params(field.name()).forEach(it -> addId(it, some));
                }
            }
        }
        return result;
    }

    private static void addId(String text, Set<UUID> some) {
        try {
            some.add(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            some.remove(null);
        }
    }

    private Input input(
            RecordType type,
            Field field,
            Visit visit,
            @Nullable Object value,
            boolean typed,
            Map<String, String> errors,
            boolean was,
            Map<UUID, String> titles) {
        String name = field.name();
        boolean again = typed
                && (visit.params().containsKey(name)
                        || visit.params(ReadForm.PRESENT).contains(name));
        List<String> raw =
                again ? visit.params(name) : raw(field, value, visit.actor().zone());
        String first = raw.isEmpty() ? "" : raw.get(0);
        String control = control(field);
        List<Option> chosen = control.equals("lookups")
                ? raw.stream()
                        .filter(it -> !it.isBlank())
                        .map(it -> new Option(it, title(it, titles)))
                        .toList()
                : List.of();
        return new Input(
                name,
                visit.t(type.label(field)),
                services.texts()
                        .find(visit.locale(), "record." + type.name() + "." + name + ".help")
                        .orElse(""),
                errors.getOrDefault(name, ""),
                field.required(),
                field.multiline() || field.title() || field.kind() == Field.Kind.REFS || field.max() > LONG,
                control,
                inputType(field),
                mode(field),
                first,
                text(type, field, visit, first, value, again, titles),
                options(type, field, visit),
                chosen,
                src(field),
                field.max(),
                was ? services.formats().write(field, value) : "");
    }

    private static String title(String id, Map<UUID, String> titles) {
        try {
            return titles.getOrDefault(UUID.fromString(id), id);
        } catch (IllegalArgumentException malformed) {
            return id;
        }
    }

    private List<String> raw(Field field, @Nullable Object value, ZoneId zone) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Money money) {
            return List.of(money.amount().toPlainString());
        }
        if (value instanceof BigDecimal number) {
            return List.of(number.toPlainString());
        }
        if (value instanceof Instant at) {
            return List.of(LocalDateTime.ofInstant(at, zone)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString());
        }
        if (field.kind() == Field.Kind.REFS && value instanceof Collection<?> several) {
            return several.stream().map(Object::toString).toList();
        }
        return List.of(services.formats().write(field, value));
    }

    private static String control(Field field) {
        return switch (field.kind()) {
            case REF -> "lookup";
            case REFS -> "lookups";
            case CHOICE, BOOL -> "select";
            case LIST -> "textarea";
            case MONEY -> "money";
            case TEXT -> text(field);
            default -> "text";
        };
    }

    private static String text(Field field) {
        if (field.format() == Format.COUNTRY || field.format() == Format.LANGUAGE) {
            return "lookup";
        }
        return field.multiline() ? "textarea" : "text";
    }

    private static String inputType(Field field) {
        return switch (field.kind()) {
            case DATE -> "date";
            case TIME -> "datetime-local";
            case TEXT ->
                switch (field.format()) {
                    case PLAIN -> field.secret() ? "password" : "text";
                    case EMAIL -> "email";
                    case PHONE -> "tel";
                    case URL -> "url";
                    default -> "text";
                };
            default -> "text";
        };
    }

    private static String mode(Field field) {
        return switch (field.kind()) {
            case INTEGER -> "numeric";
            case DECIMAL, MONEY -> "decimal";
            default -> "";
        };
    }

    /** What is shown for a looked-up value; the currency of money. */
    private String text(
            RecordType type,
            Field field,
            Visit visit,
            String raw,
            @Nullable Object value,
            boolean again,
            Map<UUID, String> titles) {
        if (field.kind() == Field.Kind.MONEY) {
            String sent = visit.param(field.name() + ".currency");
            if (again && sent != null) {
                return sent;
            }
            return value instanceof Money money ? money.currency().getCurrencyCode() : "";
        }
        if (field.kind() == Field.Kind.REF) {
            return raw.isEmpty() ? "" : title(raw, titles);
        }
        if (!raw.isEmpty() && (field.format() == Format.COUNTRY || field.format() == Format.LANGUAGE)) {
            Formats.Parsed parsed = services.formats()
                    .parse(type, field, raw, visit.locale(), visit.actor().zone());
            return parsed.value() == null
                    ? raw
                    : services.formats()
                            .show(
                                    type,
                                    field,
                                    parsed.value(),
                                    visit.locale(),
                                    visit.actor().zone());
        }
        return "";
    }

    private static List<Option> options(RecordType type, Field field, Visit visit) {
        List<Option> result = new ArrayList<>();
        if (field.kind() == Field.Kind.CHOICE) {
            field.choices().forEach(it -> result.add(new Option(it, visit.t(type.label(field, it)))));
        } else if (field.kind() == Field.Kind.BOOL) {
            result.add(new Option("true", visit.t("web.yes")));
            result.add(new Option("false", visit.t("web.no")));
        }
        return result;
    }

    static String src(Field field) {
        if (!field.ref().isEmpty()) {
            return "/lookup/" + field.ref();
        }
        return field.format() == Format.COUNTRY || field.format() == Format.LANGUAGE
                ? "/lookup/" + field.format().name().toLowerCase(Locale.ROOT)
                : "";
    }
}
