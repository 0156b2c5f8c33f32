package org.weir.rest.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Records under a key that another system knows: created when there is none yet, else changed. */
public final class ByKeyResource {
    private final Kit kit;

    public ByKeyResource(Kit kit) {
        this.kit = kit;
    }

    public List<Route> routes() {
        Shape read = new Shape.OfType("read");
        return List.of(
                Route.of("GET", "/{type}/by/{name}/{key}", "readByKey", this::read)
                        .needs("{type}:read")
                        .gives(200, read)
                        .refuses(404, 409)
                        .tagged(),
                Route.of("PUT", "/{type}/by/{name}/{key}", "upsert", this::upsert)
                        .needs("{type}:read")
                        .reads(new Shape.OfType("patch"))
                        .gives(200, read)
                        .gives(201, read)
                        .refuses(404, 409, 422)
                        .tagged());
    }

    private Answer read(Call call) {
        RecordType type = kit.type(call);
        Row row = find(call.actor(), type, key(call, type), call);
        if (row == null) {
            throw ProblemException.notFound();
        }
        return answer(call, 200, row);
    }

    /** Changes what the body names; a field that already says so makes no new version. */
    private Answer upsert(Call call) {
        RecordType type = kit.type(call);
        Field field = key(call, type);
        Row stored = find(call.actor(), type, field, call);
        String permission = type.permission(stored == null ? "create" : "update");
        if (!call.actor().may(permission)) {
            throw ProblemException.forbidden(permission);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(DraftReader.partial(type, call.json(), stored));
        String key = call.variable("key");
        Object given = values.putIfAbsent(field.name(), field.kind() == Field.Kind.LIST ? List.of(key) : key);
        boolean same = field.kind() == Field.Kind.LIST
                ? given == null || given instanceof List<?> all && all.contains(key)
                : given == null || given.equals(key);
        if (!same) {
            throw ProblemException.invalid(field.name(), Text.of("rest.problem.key-differs", key));
        }
        if (stored == null) {
            Row made = kit.records().create(call.actor(), new Draft(type.name(), null, null, values, null));
            return answer(call, 201, made).with("Location", "/api/" + type.name() + "/" + made.id());
        }
        if (given == null) {
            values.remove(field.name());
        }
        try {
            Draft draft = new Draft(type.name(), stored.id(), stored.version(), values, null);
            return answer(call, 200, kit.records().update(call.actor(), draft));
        } catch (Records.StaleException faster) {
            throw ProblemException.conflict(
                    Text.of("rest.problem.stale", Long.toString(faster.stored().version())));
        }
    }

    /** A unique field, or one by which import may match alone. */
    private static Field key(Call call, RecordType type) {
        Field field = type.field(call.variable("name"));
        boolean key = field != null
                && (field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.LIST)
                && (field.unique() || type.keys().contains(field.name()));
        if (field == null || !key) {
            throw new ProblemException(404, Text.of("rest.problem.no-key", call.variable("name")), List.of());
        }
        return field;
    }

    private @Nullable Row find(Actor actor, RecordType type, Field field, Call call) {
        String key = call.variable("key");
        if (key.isBlank()) {
            throw ProblemException.notFound();
        }
        Query query = Query.all(type.name()).where(Filter.eq(field.name(), key)).limit(2);
        List<Row> found = kit.records().list(actor, query).rows();
        if (found.size() > 1) {
            throw ProblemException.conflict(Text.of("rest.problem.several-match", field.name(), key));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private Answer answer(Call call, int status, Row row) {
        RecordWriter writer = RecordWriter.of(
                kit.types(), kit.records(), call.actor(), List.of(row), Selection.everything(row.type()), call.plain());
        return Answer.json(status, writer.body(row)).with("ETag", EntityTags.of(row.version()));
    }
}
