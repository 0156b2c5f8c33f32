package org.weir.rest.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Field;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Json;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The verbs on records: what may be done to one, and doing it to one, to several or to a whole list. */
public final class ActionResource {
    private static final int MOST = 1_000;

    private final Kit kit;
    private final Actions actions;

    public ActionResource(Kit kit, Actions actions) {
        this.kit = kit;
        this.actions = actions;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/{type}/actions", "listActions", this::ofType)
                        .needs("{type}:read")
                        .gives(200, new Shape.ItemsOf(Offered.class)),
                Route.of("GET", "/{type}/{id}/actions", "listActionsOf", this::ofRecord)
                        .needs("{type}:read")
                        .gives(200, new Shape.Of(Allowed.class))
                        .refuses(404),
                Route.of("POST", "/{type}/{id}/actions/{name}", "act", this::onRecord)
                        .needs("{type}:read")
                        .mayRead(new Shape.Anything())
                        .gives(200, new Shape.Of(Done.class))
                        .gives(202, new Shape.Of(Done.class))
                        .refuses(404, 409, 422),
                Route.of("POST", "/{type}/actions/{name}", "actOnMany", this::onMany)
                        .needs("{type}:read")
                        .reads(new Shape.Of(Many.class))
                        .gives(200, new Shape.Of(Done.class))
                        .gives(202, new Shape.Of(Done.class))
                        .refuses(404, 409, 422));
    }

    /** An input of an action. {@code choices} and {@code ref} only where the kind has them. */
    record Input(
            String name,
            Text label,
            Field.Kind kind,
            boolean required,
            @Nullable List<String> choices,
            @Nullable String ref) {}

    /** An action that is on offer. */
    record Offered(String name, Text label, Set<Action.Place> places, List<Input> input) {}

    /** What one may do to a record; {@code operations}: {@code update}, {@code delete}. */
    record Allowed(List<String> operations, List<Offered> actions) {}

    /** On the records with these ids, or, without ids, on the list so filtered. */
    record Many(
            @Nullable List<UUID> ids,
            @Nullable String filter,
            @Nullable String q,
            @Nullable String sort,
            @Nullable ObjectNode input) {}

    /** The record to look at next. */
    record Opened(String type, UUID id, String href) {}

    /** The job that goes on. */
    record Started(UUID id, String href) {}

    /** What an action has done. */
    record Done(
            Text message,
            @Nullable Opened open,
            @Nullable Started job,
            @Nullable Map<String, ?> data) {}

    private Answer ofType(Call call) {
        RecordType type = kit.type(call);
        Set<Action> all = new LinkedHashSet<>();
        for (Action.Place place : Action.Place.values()) {
            all.addAll(actions.at(call.actor(), type.name(), place));
        }
        return call.answer(new Items<>(all.stream().map(this::offered).toList()));
    }

    private Answer ofRecord(Call call) {
        RecordType type = kit.type(call);
        Row row = kit.records().read(call.actor(), type.name(), call.id("id"));
        List<String> operations = new ArrayList<>();
        for (String operation : List.of("update", "delete")) {
            if (kit.records().may(call.actor(), operation, row)) {
                operations.add(operation);
            }
        }
        return call.answer(new Allowed(
                operations,
                actions.on(call.actor(), row).stream().map(this::offered).toList()));
    }

    private Offered offered(Action action) {
        List<Input> input = actions.input(action).stream()
                .map(it -> new Input(
                        it.name(),
                        Text.of("record." + action.type() + ".action." + action.name() + "." + it.name()),
                        it.kind(),
                        it.required(),
                        it.choices().isEmpty() ? null : it.choices(),
                        it.ref().isEmpty() ? null : it.ref()))
                .toList();
        return new Offered(
                action.name(), Text.of("record." + action.type() + ".action." + action.name()), action.places(), input);
    }

    private Answer onRecord(Call call) {
        RecordType type = kit.type(call);
        Action action = action(call, type);
        Map<String, @Nullable Object> input = DraftReader.input(actions.input(action), call.json());
        return done(call, actions.run(call.actor(), type.name(), action.name(), List.of(call.id("id")), null, input));
    }

    private Answer onMany(Call call) {
        RecordType type = kit.type(call);
        Action action = action(call, type);
        Many many = call.body(Many.class);
        boolean some = many.ids() != null && !many.ids().isEmpty();
        if (some && (many.filter() != null || many.q() != null || many.sort() != null)) {
            throw ProblemException.badRequest(Text.of("rest.problem.ids-and-filter"));
        }
        List<UUID> ids = Optional.ofNullable(many.ids()).orElse(List.of());
        if (ids.size() > MOST) {
            throw ProblemException.badRequest(Text.of("rest.problem.ids-many", MOST));
        }
        ObjectNode given = many.input() == null ? Json.newObject() : many.input();
        Map<String, @Nullable Object> input = DraftReader.input(actions.input(action), given);
        Query query = some ? null : kit.query(type, many.filter(), many.q(), many.sort());
        return done(call, actions.run(call.actor(), type.name(), action.name(), ids, query, input));
    }

    private Action action(Call call, RecordType type) {
        return kit.types().actions(type).stream()
                .filter(it -> it.name().equals(call.variable("name")))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static Answer done(Call call, Action.Done done) {
        Opened open = done.openType() == null || done.openId() == null
                ? null
                : new Opened(done.openType(), done.openId(), "/api/" + done.openType() + "/" + done.openId());
        Started job = done.job() == null ? null : new Started(done.job(), "/api/jobs/" + done.job());
        Map<String, ?> data = done.data().isEmpty() ? null : done.data();
        return call.answer(job == null ? 200 : 202, new Done(done.message(), open, job, data));
    }
}
