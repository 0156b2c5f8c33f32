package org.weir.rest.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.weir.base.api.Text;
import org.weir.records.api.Actions;
import org.weir.records.api.RecordTypes;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Json;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The way in: what is there, and how to use it. */
public final class IndexResource {
    private final RecordTypes types;
    private final Actions actions;
    private Supplier<List<Route>> all = List::of;

    public IndexResource(RecordTypes types, Actions actions) {
        this.types = types;
        this.actions = actions;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/", "index", this::index)
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.Of(Index.class)),
                Route.of("GET", "/openapi.json", "describe", this::describe)
                        .needs(Route.SIGNED_IN)
                        .gives(200),
                Route.of("GET", "/docs", "docs", this::docs)
                        .needs(Route.SIGNED_IN)
                        .givesPage());
    }

    /** Tells the index of all routes that are there at a moment, which the document describes. */
    public void describes(Supplier<List<Route>> routes) {
        all = routes;
    }

    /** A record type that the caller may read. */
    record Entry(String name, Text title, String href, boolean mayCreate) {}

    record Links(String openapi, String me, String jobs, String followed) {}

    record Index(Text title, List<Entry> types, Links links) {}

    private Answer index(Call call) {
        List<Entry> entries = types.all().stream()
                .filter(it -> call.actor().may(it.permission("read")))
                .map(it -> new Entry(
                        it.name(), it.many(), "/api/" + it.name(), call.actor().may(it.permission("create"))))
                .toList();
        Links links = new Links("/api/openapi.json", "/api/me", "/api/jobs", "/api/followed");
        return call.answer(new Index(Text.of("rest.api.title"), entries, links));
    }

    private ObjectNode document(Call call) {
        return new OpenApi(types, actions, call.texts(), call.locale()).of(all.get());
    }

    private Answer docs(Call call) {
        return Answer.page(new DocsPage(call.texts(), call.locale()).of(document(call)))
                .with("Content-Security-Policy", DocsPage.POLICY)
                .with("Content-Language", call.locale().toLanguageTag());
    }

    private Answer describe(Call call) {
        ObjectNode document = document(call);
        return Answer.json(200, json -> Json.write(json, document))
                .with("Content-Language", call.locale().toLanguageTag());
    }
}
