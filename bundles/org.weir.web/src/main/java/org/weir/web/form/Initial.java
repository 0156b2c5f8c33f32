package org.weir.web.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;

/** What a new record starts with: the declared values, and those in the address. */
final class Initial {
    private final Formats formats;
    private final Clock clock;
    private final ReadForm readForm;

    Initial(Formats formats, Clock clock) {
        this.formats = formats;
        this.clock = clock;
        this.readForm = new ReadForm(formats);
    }

    Map<String, Object> values(RecordType type, Visit visit) {
        Map<String, Object> result = new HashMap<>();
        for (Field field : type.fields()) {
            Object value = visit.params().containsKey(field.name())
                    ? readForm.one(type, field, visit).value()
                    : declared(type, field, visit);
            if (value != null) {
                result.put(field.name(), value);
            }
        }
        return result;
    }

    private @Nullable Object declared(RecordType type, Field field, Visit visit) {
        Actor actor = visit.actor();
        return switch (field.initial()) {
            case "" -> null;
            case "me" -> several(field, actor.user());
            case "my-team" -> actor.ownTeam().equals(Actor.NO_TEAM) ? null : actor.ownTeam();
            case "today" -> LocalDate.ofInstant(clock.instant(), actor.zone());
            case "now" -> clock.instant().truncatedTo(ChronoUnit.MINUTES);
            default ->
                formats.parse(type, field, field.initial(), visit.locale(), actor.zone())
                        .value();
        };
    }

    private static Object several(Field field, UUID user) {
        return field.kind() == Field.Kind.REFS ? List.of(user) : user;
    }
}
