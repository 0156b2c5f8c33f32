package org.weir.records.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;
import org.weir.records.format.Canonical;

/** The values a new record starts with. */
public final class InitialValues {
    private final Formats formats;
    private final Clock clock;

    public InitialValues(Formats formats, Clock clock) {
        this.formats = formats;
        this.clock = clock;
    }

    /** By field name; without entries for fields that start empty. */
    public Map<String, Object> of(Actor actor, RecordType type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            Object value = field.initial().isEmpty() ? null : initial(actor, type, field);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private @Nullable Object initial(Actor actor, RecordType type, Field field) {
        if (field.initial().equals("me") && field.ref().equals("user")) {
            return actor.user().equals(Actor.SYSTEM) ? null : several(field, actor.user());
        }
        if (field.initial().equals("my-team") && field.ref().equals("team")) {
            return actor.ownTeam().equals(Actor.NO_TEAM) ? null : actor.ownTeam();
        }
        if (field.initial().equals("today") && field.kind() == Kind.DATE) {
            return LocalDate.now(clock.withZone(actor.zone()));
        }
        if ((field.initial().equals("now") || field.initial().equals("today")) && field.kind() == Kind.TIME) {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        return formats.parse(type, field, field.initial(), Canonical.locale(field, actor.locale()), actor.zone())
                .value();
    }

    private static Object several(Field field, UUID user) {
        return field.kind() == Kind.REFS ? List.of(user) : user;
    }
}
