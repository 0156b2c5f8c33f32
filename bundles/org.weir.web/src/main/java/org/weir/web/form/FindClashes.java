package org.weir.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory.Person;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.web.api.Visit;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Values;
import org.weir.web.form.FormView.Clash;
import org.weir.web.form.FormView.Conflict;
import org.weir.web.form.FormView.Option;
import org.weir.web.shell.Services;

/** Where two people changed the same field, and the dialog that lets one choose. */
final class FindClashes {
    private final Services services;

    FindClashes(Services services) {
        this.services = services;
    }

    static boolean same(Field field, String one, String other) {
        String left = one.replace("\r\n", "\n").strip();
        String right = other.replace("\r\n", "\n").strip();
        // a browser sends minutes, the record may have seconds
        boolean minutes = field.kind() == Field.Kind.TIME && left.length() > 16 && right.length() > 16;
        return left.equals(right) || (minutes && left.regionMatches(0, right, 0, 16));
    }

    /** Fields that both changed, to different values. */
    List<Field> between(RecordType type, Visit visit, Map<String, @Nullable Object> mine, Row stored) {
        List<Field> result = new ArrayList<>();
        mine.forEach((name, value) -> {
            Field field = Objects.requireNonNull(type.field(name));
            String theirs = services.formats().write(field, stored.get(name));
            String was = Objects.requireNonNullElse(visit.param("_was." + name), "");
            boolean theyChanged = !same(field, was, theirs);
            if (theyChanged && !same(field, theirs, services.formats().write(field, value))) {
                result.add(field);
            }
        });
        return result;
    }

    Conflict dialog(Visit visit, Row stored, Map<String, @Nullable Object> mine, List<Field> clashes) {
        RecordType type = stored.type();
        Row typed = new Row(
                type, stored.id(), stored.version(), stored.createdAt(), null, stored.updatedAt(), null, present(mine));
        Values values =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        values.prepareTitles(references(clashes, List.of(stored, typed)));
        List<Option> hidden = new ArrayList<>();
        hidden.add(new Option("_version", String.valueOf(stored.version())));
        Set<String> clashing = new HashSet<>();
        List<Clash> rows = new ArrayList<>();
        for (Field field : clashes) {
            clashing.add(field.name());
            String was = Objects.requireNonNullElse(visit.param("_was." + field.name()), "");
            rows.add(new Clash(
                    field.name(),
                    visit.t(type.label(field)),
                    was(type, field, was, visit),
                    values.show(typed, field).words(),
                    values.show(stored, field).words(),
                    raw(visit, field, stored)));
        }
        mine.keySet().stream()
                .filter(it -> !clashing.contains(it))
                .forEach(it -> hidden.addAll(raw(visit, Objects.requireNonNull(type.field(it)), stored)));
        String own = "/r/" + type.name() + "/" + stored.id();
        return new Conflict(who(visit, stored), visit.time(stored.updatedAt()), own + "/edit", hidden, rows, own);
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> values) {
        Map<String, Object> result = new HashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                result.put(name, value);
            }
        });
        return result;
    }

    private static Map<String, Set<UUID>> references(List<Field> fields, List<Row> rows) {
        Map<String, Set<UUID>> ids = new HashMap<>();
        for (Field field : fields) {
            for (Row row : rows) {
                Object value = row.get(field.name());
                if (value instanceof UUID id) {
                    ids.computeIfAbsent(field.ref(), key -> new HashSet<>()).add(id);
                } else if (field.kind() == Field.Kind.REFS && value instanceof List<?> several) {
                    several.forEach(it -> ids.computeIfAbsent(field.ref(), key -> new HashSet<>())
                            .add((UUID) it));
                }
            }
        }
        return ids;
    }

    private String was(RecordType type, Field field, String was, Visit visit) {
        if (!field.ref().isEmpty() || was.isEmpty() || field.kind() == Field.Kind.LIST) {
            return field.kind() == Field.Kind.LIST ? was.replace("\n", ", ") : "";
        }
        Object value = services.formats()
                .parse(type, field, was, visit.locale(), visit.actor().zone())
                .value();
        return value == null
                ? was
                : services.formats()
                        .show(type, field, value, visit.locale(), visit.actor().zone());
    }

    /** The parameters that carry what was typed, on top of what is stored now. */
    private List<Option> raw(Visit visit, Field field, Row stored) {
        List<Option> result = new ArrayList<>();
        String name = field.name();
        visit.params(name).forEach(it -> result.add(new Option(name, it)));
        visit.params(name + ".currency").forEach(it -> result.add(new Option(name + ".currency", it)));
        if (visit.params(name).isEmpty()) {
            result.add(new Option(ReadForm.PRESENT, name));
        }
        result.add(new Option("_was." + name, services.formats().write(field, stored.get(name))));
        return result;
    }

    private String who(Visit visit, Row stored) {
        UUID by = stored.updatedBy();
        Person person =
                by == null ? null : services.directory().people(Set.of(by)).get(by);
        return person == null ? visit.t("web.somebody") : person.name();
    }
}
