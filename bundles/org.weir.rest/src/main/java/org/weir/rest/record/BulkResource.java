package org.weir.rest.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Json;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;
import org.weir.store.api.Database;

/**
 * Many records in one request, each with a result of its own; all or nothing with {@code atomic}. One transaction either
 * way: what failed leaves nothing, the rest stands.
 */
public final class BulkResource {
    private static final int MOST = 500;

    private final Kit kit;
    private final Database database;

    /** @param database any schema: the transaction spans all */
    public BulkResource(Kit kit, Database database) {
        this.kit = kit;
        this.database = database;
    }

    public List<Route> routes() {
        return List.of(Route.of("POST", "/{type}/bulk", "bulk", this::bulk)
                .needs("{type}:read")
                .takes("boolean", "atomic")
                .reads(new Shape.Of(Bulk.class))
                .gives(200, new Shape.Of(Results.class))
                .refuses(404, 409, 422));
    }

    /** What to do with one. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /** @param version the one that was read; missing changes whatever is there */
    record Item(
            @Needed Operation operation,
            @Nullable UUID id,
            @Nullable Long version,
            @Nullable ObjectNode values) {}

    record Bulk(@Needed List<Item> items) {}

    /** @param status as a request of its own would have had; {@code errors} by field */
    record Result(
            int status,
            @Nullable UUID id,
            @Nullable Long version,
            @Nullable String problem,
            @Nullable Map<String, String> errors) {}

    record Results(List<Result> results) {}

    private Answer bulk(Call call) {
        RecordType type = kit.type(call);
        boolean atomic = call.flag("atomic");
        List<Item> items = call.body(Bulk.class).items();
        if (items.isEmpty() || items.size() > MOST) {
            throw ProblemException.badRequest(Text.of("rest.problem.bulk-size", MOST));
        }
        List<Result> results = database.write(handle -> {
            List<Result> all = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                all.add(atomic ? atomically(call, type, items.get(i), i) : alone(call, type, items.get(i)));
            }
            return all;
        });
        return call.answer(new Results(results));
    }

    private Result atomically(Call call, RecordType type, Item item, int index) {
        try {
            return done(call, type, item);
        } catch (ProblemException refused) {
            List<ProblemException.At> fields = refused.fields().isEmpty()
                    ? List.of(new ProblemException.At("items/" + index, refused.text()))
                    : refused.fields().stream()
                            .map(it -> new ProblemException.At("items/" + index + "/values/" + it.field(), it.text()))
                            .toList();
            throw new ProblemException(refused.status(), Text.of("rest.problem.bulk-item", index), fields);
        }
    }

    private Result alone(Call call, RecordType type, Item item) {
        try {
            return database.attempt(handle -> done(call, type, item));
        } catch (ProblemException refused) {
            Map<String, String> errors = new LinkedHashMap<>();
            refused.fields().forEach(it -> errors.putIfAbsent(it.field(), call.t(it.text())));
            return new Result(
                    refused.status(), item.id(), null, call.t(refused.text()), errors.isEmpty() ? null : errors);
        }
    }

    private Result done(Call call, RecordType type, Item item) {
        String permission = type.permission(item.operation().name().toLowerCase(Locale.ROOT));
        if (!call.actor().may(permission)) {
            throw ProblemException.forbidden(permission);
        }
        ObjectNode values = item.values() == null ? Json.newObject() : item.values();
        Long version = item.version();
        try {
            if (item.operation() == Operation.CREATE) {
                Row row = kit.records()
                        .create(
                                call.actor(),
                                new Draft(type.name(), item.id(), null, DraftReader.partial(type, values, null), null));
                return new Result(201, row.id(), row.version(), null, null);
            }
            if (item.id() == null) {
                throw ProblemException.badRequest(Text.of("rest.problem.bulk-id"));
            }
            if (item.operation() == Operation.DELETE) {
                kit.records().delete(call.actor(), type.name(), item.id(), version);
                return new Result(204, item.id(), null, null, null);
            }
            Row stored = kit.records().read(call.actor(), type.name(), item.id());
            Row row = kit.records()
                    .update(
                            call.actor(),
                            new Draft(
                                    type.name(), item.id(), version, DraftReader.partial(type, values, stored), null));
            return new Result(200, row.id(), row.version(), null, null);
        } catch (Records.StaleException faster) {
            throw new ProblemException(
                    412,
                    Text.of("rest.problem.stale", Long.toString(faster.stored().version())),
                    List.of());
        }
    }
}
