package org.weir.records.action;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Action.Place;
import org.weir.records.api.Actions;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Via;
import org.weir.records.change.Wrongs;
import org.weir.records.kit.RecordKit;

/** Offers and runs actions, every check made here. */
@Component(service = Actions.class)
public final class RunActions implements Actions {
    private final RecordKit kit;
    private final Records records;

    @Activate
    public RunActions(@Reference RecordKit kit, @Reference Records records) {
        this.kit = kit;
        this.records = records;
    }

    @Override
    public List<Field> input(Action action) {
        return kit.types().input(action).fields();
    }

    @Override
    public List<Action> at(Actor actor, String type, Place place) {
        RecordType known = kit.types().get(type);
        return kit.types().actions(known).stream()
                .filter(it -> it.places().contains(place) && actor.may(known.permission(it.name())))
                .toList();
    }

    @Override
    public List<Action> on(Actor actor, Row row) {
        return at(actor, row.type().name(), Place.RECORD).stream()
                .filter(it -> records.may(actor, it.name(), row) && it.applies(actor, row))
                .toList();
    }

    @Override
    public Action.Done run(
            Actor actor,
            String typeName,
            String name,
            Collection<UUID> ids,
            @Nullable Query query,
            Map<String, ? extends @Nullable Object> input) {
        RecordType type = kit.types().get(typeName);
        Action action = kit.types().actions(type).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(404, Text.of("records.problem.action-unknown", name), List.of()));
        if (!actor.may(type.permission(name))) {
            throw ProblemException.forbidden(type.permission(name));
        }
        place(action, ids, query);
        List<Row> rows = rows(actor, type, action, ids);
        Record form = form(actor, action, input);
        try {
            return Via.during(
                    "action:" + name,
                    () -> action.run(new Action.Call(actor, rows, ids.isEmpty() ? query : null, form)));
        } catch (Records.StaleException faster) {
            throw ProblemException.conflict(Text.of("records.problem.changed-meanwhile"));
        }
    }

    private static void place(Action action, Collection<UUID> ids, @Nullable Query query) {
        boolean here = ids.isEmpty()
                ? query != null && action.places().contains(Place.LIST)
                : ids.size() == 1 && action.places().contains(Place.RECORD)
                        || action.places().contains(Place.SELECTION);
        if (!here) {
            throw ProblemException.conflict(Text.of("records.problem.action-place"));
        }
    }

    private List<Row> rows(Actor actor, RecordType type, Action action, Collection<UUID> ids) {
        List<Row> rows = new ArrayList<>();
        Map<UUID, Row> found = new LinkedHashMap<>();
        records.readAll(actor, type.name(), ids).forEach(it -> found.put(it.id(), it));
        for (UUID id : ids) {
            Row row = found.remove(id);
            if (row == null) {
                if (rows.stream().anyMatch(it -> it.id().equals(id))) {
                    continue;
                }
                throw ProblemException.notFound();
            }
            if (!records.may(actor, action.name(), row)) {
                throw ProblemException.forbidden(type.permission(action.name()));
            }
            if (!action.applies(actor, row)) {
                throw ProblemException.conflict(Text.of("records.problem.action-not-now"));
            }
            rows.add(row);
        }
        return rows;
    }

    private Record form(Actor actor, Action action, Map<String, ? extends @Nullable Object> input) {
        RecordType type = kit.types().input(action);
        Wrongs wrongs = new Wrongs();
        Map<Field, @Nullable Object> given = kit.values().read(actor, type, input, wrongs);
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        type.fields().forEach(it -> values.put(it, given.get(it)));
        kit.checks().plain(values, wrongs);
        refuseTooLarge(action.input(), type, values, wrongs);
        kit.database().read(handle -> {
            kit.checks().references(handle, actor, values, wrongs);
            return true;
        });
        wrongs.refuse();
        return instance(action.input(), type, values);
    }

    /** Whole numbers that the form holds as integers have to fit. */
    private static void refuseTooLarge(
            Class<? extends Record> of, RecordType type, Map<Field, @Nullable Object> values, Wrongs wrongs) {
        for (RecordComponent it : of.getRecordComponents()) {
            Field field = it.getType() == Integer.class ? type.field(it.getName()) : null;
            if (field != null && values.get(field) instanceof Long number && number.intValue() != number) {
                wrongs.add(field, Text.of("records.error.too-large"));
            }
        }
    }

    private static Record instance(
            Class<? extends Record> of, RecordType type, Map<Field, ? extends @Nullable Object> values) {
        RecordComponent[] components = of.getRecordComponents();
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Field field = type.field(components[i].getName());
            Object value = field == null ? null : values.get(field);
            arguments[i] = fitting(components[i].getType(), field, value);
        }
        try {
            Constructor<? extends Record> constructor = of.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object fitting(Class<?> wanted, @Nullable Field field, @Nullable Object value) {
        if (value == null) {
            return field != null && (field.kind() == Kind.LIST || field.kind() == Kind.REFS) ? List.of() : null;
        }
        if (wanted == Integer.class) {
            return Math.toIntExact((Long) value);
        }
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants())
                    .filter(it -> ((Enum<?>) it)
                            .name()
                            .equalsIgnoreCase(value.toString().replace('-', '_')))
                    .findFirst()
                    .orElse(null);
        }
        return value;
    }
}
