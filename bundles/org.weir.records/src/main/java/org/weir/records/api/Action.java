package org.weir.records.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/**
 * A verb on records of a type: a button in the UI, a palette command, {@code POST /api/TYPE/{id}/actions/NAME} (or {@code
 * POST /api/TYPE/actions/NAME} for the list) in REST. A whiteboard service. Permission {@code TYPE:NAME}. Label {@code
 * record.TYPE.action.NAME}.
 */
@ConsumerType
public interface Action {
    String type();

    /** Lower case with dashes. */
    String name();

    Set<Place> places();

    default int order() {
        return 100;
    }

    /** A Java record whose components carry {@link FieldSpec}: the form to fill in before; {@code NoInput} for none. */
    default Class<? extends Record> input() {
        return NoInput.class;
    }

    /** Whether it applies to the record now; the UI hides it otherwise and REST answers 409. */
    default boolean applies(Actor actor, Row row) {
        return true;
    }

    /** Runs in a transaction of its own when it is short; starts a job when it is not. */
    Done run(Call call);

    enum Place {
        /** On one record. */
        RECORD,
        /** On the rows selected in a list. */
        SELECTION,
        /** On the list as filtered. */
        LIST
    }

    record NoInput() {}

    /**
     * @param rows the record, or the selected ones; empty for LIST
     * @param query the list as filtered, for LIST
     * @param input an instance of {@link Action#input()}, checked by its declaration
     */
    record Call(Actor actor, List<Row> rows, @Nullable Query query, Record input) {}

    /**
     * @param message what has been done
     * @param openType with {@code openId} the record to show next; null to stay
     * @param job the job that goes on with it
     * @param data what an API client gets besides: a JSON object of strings, numbers, booleans, lists and maps; pages show
     *     the message alone
     */
    record Done(
            Text message,
            @Nullable String openType,
            @Nullable UUID openId,
            @Nullable UUID job,
            Map<String, ?> data) {
        public static Done said(Text message) {
            return new Done(message, null, null, null, Map.of());
        }

        public static Done open(Text message, Row row) {
            return new Done(message, row.type().name(), row.id(), null, Map.of());
        }

        public static Done answered(Text message, Map<String, ?> data) {
            return new Done(message, null, null, null, data);
        }

        public static Done started(Text message, UUID job) {
            return new Done(message, null, null, job, Map.of());
        }
    }
}
