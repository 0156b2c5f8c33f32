package org.weir.rest.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Percent;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;
import org.weir.rest.http.Strings;

/** Records in lists: filtered, sorted, by pages; and found by their title. */
public final class ListResource {
    private static final int COUNT_CAP = 10_000;
    private static final int LOOKUP = 20;

    private final Kit kit;

    public ListResource(Kit kit) {
        this.kit = kit;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/{type}", "list", this::list)
                        .needs("{type}:read")
                        .takes("string", "filter", "q", "sort", "fields", "after", "before")
                        .takes("integer", "limit")
                        .takes("boolean", "count")
                        .gives(200, new Shape.OfType("page")),
                Route.of("GET", "/{type}/{id}/neighbours", "neighbours", this::neighbours)
                        .needs("{type}:read")
                        .takes("string", "filter", "q", "sort")
                        .gives(200, new Shape.Of(Neighbours.class))
                        .refuses(404),
                Route.of("GET", "/lookup/{name}", "lookup", this::lookup)
                        .needs(Route.SIGNED_IN)
                        .takes("string", "q")
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Found.class))
                        .refuses(404));
    }

    /** The records before and after one in a list. */
    record Neighbours(@Nullable UUID before, @Nullable UUID after) {}

    /** Something found by its title. */
    record Found(UUID id, String title, String detail, String type) {}

    private Answer list(Call call) {
        RecordType type = kit.type(call);
        Selection selection = Selection.of(kit.types(), type, call.param("fields"));
        Query query = kit.query(call, type);
        boolean counted = call.flag("count");
        Records.PageOfRows page = kit.records().list(call.actor(), query);
        Records.Count count = counted ? kit.records().count(call.actor(), query, COUNT_CAP) : null;
        RecordWriter writer =
                RecordWriter.of(kit.types(), kit.records(), call.actor(), page.rows(), selection, call.plain());
        Answer answer = Answer.json(200, json -> write(json, page, count, writer));
        String links = links(call, type, page);
        return links.isEmpty() ? answer : answer.with("Link", links);
    }

    private static void write(
            JsonGenerator json, Records.PageOfRows page, Records.@Nullable Count count, RecordWriter writer)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (Row row : page.rows()) {
            writer.write(json, row);
        }
        json.writeEndArray();
        json.writeStringField("next", page.next());
        json.writeStringField("previous", page.previous());
        if (count != null) {
            json.writeObjectFieldStart("count");
            json.writeNumberField("number", count.number());
            json.writeBooleanField("capped", count.capped());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String links(Call call, RecordType type, Records.PageOfRows page) {
        StringBuilder links = new StringBuilder();
        if (page.next() != null) {
            links.append(link(call, type, "after", page.next())).append("; rel=\"next\"");
        }
        if (page.previous() != null) {
            links.append(links.isEmpty() ? "" : ", ")
                    .append(link(call, type, "before", page.previous()))
                    .append("; rel=\"prev\"");
        }
        return links.toString();
    }

    private static String link(Call call, RecordType type, String direction, String cursor) {
        Map<String, String> query = new LinkedHashMap<>(call.query());
        query.remove("after");
        query.remove("before");
        query.put(direction, cursor);
        StringBuilder link = new StringBuilder("</api/" + type.name());
        query.forEach((name, value) -> link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(Percent.encode(name))
                .append('=')
                .append(Percent.encode(value)));
        return link.append('>').toString();
    }

    private Answer neighbours(Call call) {
        RecordType type = kit.type(call);
        Records.Neighbours found = kit.records().neighbours(call.actor(), kit.query(call, type), call.id("id"));
        return call.answer(new Neighbours(found.before(), found.after()));
    }

    private Answer lookup(Call call) {
        String name = call.variable("name");
        if (!name.equals("user") && !name.equals("team")) {
            kit.types().get(name);
        }
        String text = call.param("q", "");
        int limit = call.number("limit", LOOKUP, 1, 100);
        UUID id = Strings.uuid(text);
        if (id != null) {
            String title = kit.records().titles(call.actor(), name, List.of(id)).get(id);
            return items(call, title == null ? List.of() : List.of(new Found(id, title, "", name)));
        }
        return items(
                call,
                kit.records().lookup(call.actor(), name, text, limit).stream()
                        .map(it -> new Found(it.id(), it.title(), it.detail(), name))
                        .toList());
    }

    private static Answer items(Call call, List<Found> found) {
        return call.answer(new Items<>(found));
    }
}
