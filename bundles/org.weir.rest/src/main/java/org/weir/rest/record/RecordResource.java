package org.weir.rest.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Problems;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** One record: read, create, change, replace, delete, with entity tags for versions. */
public final class RecordResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Kit kit;

    public RecordResource(Kit kit) {
        this.kit = kit;
    }

    public List<Route> routes() {
        Shape read = new Shape.OfType("read");
        return List.of(
                Route.of("POST", "/{type}", "create", this::create)
                        .needs("{type}:create")
                        .reads(new Shape.OfType("create"))
                        .gives(201, read)
                        .refuses(404, 409, 422),
                Route.of("GET", "/{type}/{id}", "read", this::read)
                        .needs("{type}:read")
                        .takes("string", "fields")
                        .header("If-None-Match", false)
                        .gives(200, read)
                        .refuses(404)
                        .tagged(),
                Route.of("PATCH", "/{type}/{id}", "change", this::patch)
                        .needs("{type}:update")
                        .header("If-Match", true)
                        .reads(new Shape.OfType("patch"), MERGE_PATCH, "application/json")
                        .gives(200, read)
                        .refuses(404, 409, 412, 422, 428)
                        .tagged(),
                Route.of("PUT", "/{type}/{id}", "replace", this::put)
                        .needs("{type}:update")
                        .header("If-Match", false)
                        .header("If-None-Match", false)
                        .reads(new Shape.OfType("replace"))
                        .gives(200, read)
                        .gives(201, read)
                        .refuses(404, 409, 412, 422, 428)
                        .tagged(),
                Route.of("DELETE", "/{type}/{id}", "delete", this::delete)
                        .needs("{type}:delete")
                        .header("If-Match", true)
                        .gives(204)
                        .refuses(404, 409, 412, 428));
    }

    private Answer read(Call call) {
        RecordType type = kit.type(call);
        Selection selection = Selection.of(kit.types(), type, call.param("fields"));
        Row row = kit.records().read(call.actor(), type.name(), call.id("id"));
        String ifNoneMatch = call.incoming().headers("If-None-Match");
        if (!type.reckoned() && selection.computed().isEmpty() && EntityTags.noneMatch(ifNoneMatch, row.version())) {
            return Answer.empty(304).with("ETag", EntityTags.of(row.version()));
        }
        return answer(call, 200, row, selection);
    }

    private Answer create(Call call) {
        RecordType type = kit.type(call);
        Map<String, @Nullable Object> values = DraftReader.partial(type, call.json(), null);
        Row row = kit.records().create(call.actor(), new Draft(type.name(), null, null, values, null));
        return created(call, row);
    }

    private Answer patch(Call call) {
        RecordType type = kit.type(call);
        EntityTags.Precondition condition = EntityTags.ifMatch(call.incoming().headers("If-Match"));
        Row stored = current(call, type, condition);
        Map<String, @Nullable Object> values = DraftReader.partial(type, call.json(), stored);
        return update(call, type, stored, condition, values);
    }

    private Answer put(Call call) {
        RecordType type = kit.type(call);
        String ifNoneMatch = call.incoming().header("If-None-Match");
        if (ifNoneMatch != null && ifNoneMatch.trim().equals("*")) {
            return putNew(call, type);
        }
        EntityTags.Precondition condition = EntityTags.ifMatch(call.incoming().headers("If-Match"));
        Row stored = current(call, type, condition);
        Map<String, @Nullable Object> values = DraftReader.whole(type, call.json(), stored);
        return update(call, type, stored, condition, values);
    }

    /** Creates under an id that the client has chosen: sent twice, it makes one record. */
    private Answer putNew(Call call, RecordType type) {
        Actor actor = call.actor();
        UUID id = call.id("id");
        String permission = type.permission("create");
        if (!actor.may(permission)) {
            throw ProblemException.forbidden(permission);
        }
        Row there = kit.records().find(actor, type.name(), id).orElse(null);
        if (there != null) {
            throw stale(call, there);
        }
        Map<String, @Nullable Object> values = DraftReader.whole(type, call.json(), null);
        values = withoutEmpty(values);
        return created(call, kit.records().create(actor, new Draft(type.name(), id, null, values, null)));
    }

    /** A field that is left out of a new record starts with its initial value. */
    private static Map<String, @Nullable Object> withoutEmpty(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> given = new HashMap<>(values);
        given.values().removeIf(it -> it == null || it.equals(List.of()));
        return given;
    }

    private Answer delete(Call call) {
        RecordType type = kit.type(call);
        EntityTags.Precondition condition = EntityTags.ifMatch(call.incoming().headers("If-Match"));
        Row stored = current(call, type, condition);
        try {
            kit.records().delete(call.actor(), type.name(), stored.id(), condition.any() ? null : stored.version());
        } catch (Records.StaleException faster) {
            throw stale(call, faster.stored());
        }
        return Answer.empty(204);
    }

    private Row current(Call call, RecordType type, EntityTags.Precondition condition) {
        Row stored = kit.records().read(call.actor(), type.name(), call.id("id"));
        if (!condition.allows(stored.version())) {
            throw stale(call, stored);
        }
        return stored;
    }

    private Answer update(
            Call call,
            RecordType type,
            Row stored,
            EntityTags.Precondition condition,
            Map<String, @Nullable Object> values) {
        Long version = condition.any() ? null : stored.version();
        try {
            Row row = kit.records().update(call.actor(), new Draft(type.name(), stored.id(), version, values, null));
            return answer(call, 200, row, Selection.everything(type));
        } catch (Records.StaleException faster) {
            throw stale(call, faster.stored());
        }
    }

    private RuntimeException stale(Call call, Row stored) {
        ProblemException problem =
                new ProblemException(412, Text.of("rest.problem.stale", Long.toString(stored.version())), List.of());
        RecordWriter writer = writer(call, stored, Selection.everything(stored.type()));
        return new Problems.Enriched(problem, json -> {
            json.writeFieldName("stored");
            writer.write(json, stored);
        });
    }

    private Answer created(Call call, Row row) {
        return answer(call, 201, row, Selection.everything(row.type()))
                .with("Location", "/api/" + row.type().name() + "/" + row.id());
    }

    private Answer answer(Call call, int status, Row row, Selection selection) {
        return Answer.json(status, writer(call, row, selection).body(row)).with("ETag", EntityTags.of(row.version()));
    }

    private RecordWriter writer(Call call, Row row, Selection selection) {
        return RecordWriter.of(kit.types(), kit.records(), call.actor(), List.of(row), selection, call.plain());
    }
}
