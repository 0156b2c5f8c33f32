package org.weir.rest.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.History;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.api.Timeline;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** What changed in a record and around it. */
public final class HistoryResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Kit kit;
    private final History history;
    private final Timeline timeline;

    public HistoryResource(Kit kit, History history, Timeline timeline) {
        this.kit = kit;
        this.history = history;
        this.timeline = timeline;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/{type}/{id}/history", "listHistory", this::ofRecord)
                        .needs("{type}:read")
                        .takes("uuid", "before")
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Entry.class))
                        .refuses(404),
                Route.of("POST", "/{type}/{id}/history/{entry}/restore", "restore", this::restore)
                        .needs("{type}:update")
                        .gives(200, new Shape.OfType("read"))
                        .refuses(404, 409, 422),
                Route.of("GET", "/{type}/{id}/timeline", "listTimeline", this::timeline)
                        .needs("{type}:read")
                        .takes("date-time", "before")
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Moment.class))
                        .refuses(404),
                Route.of("GET", "/followed", "listFollowed", this::followed)
                        .needs(Route.SIGNED_IN)
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Entry.class)));
    }

    /** Who did something; {@code id} is missing for Weir itself. */
    record By(@Nullable UUID id, String title, String type) {}

    /** One field before and after, as canonical texts; empty for nothing. */
    record Change(String field, Text label, String before, String after) {}

    /** One change of a record. */
    record Entry(
            UUID id,
            String type,
            UUID record,
            String title,
            long version,
            Instant at,
            By by,
            History.Kind kind,
            String via,
            List<Change> changes) {}

    /** Something that happened; {@code kind} is {@code record, comment} or {@code change}. */
    record Moment(
            Instant at,
            String kind,
            Text title,
            String detail,
            By by,
            @Nullable String type,
            @Nullable UUID record) {}

    private Answer ofRecord(Call call) {
        RecordType type = kit.type(call);
        int limit = call.number("limit", PAGE, 1, LARGEST_PAGE);
        return entries(call, history.of(call.actor(), type.name(), call.id("id"), call.uuid("before"), limit));
    }

    private Answer followed(Call call) {
        return entries(call, history.followed(call.actor(), call.number("limit", PAGE, 1, LARGEST_PAGE)));
    }

    private Answer entries(Call call, List<History.Entry> entries) {
        return call.answer(new Items<>(entries.stream().map(this::entry).toList()));
    }

    private Entry entry(History.Entry entry) {
        Optional<RecordType> type = kit.types().find(entry.type());
        List<Change> changes = entry.diffs().stream()
                .map(it -> new Change(it.field(), label(type, it.field()), it.before(), it.after()))
                .toList();
        return new Entry(
                entry.id(),
                entry.type(),
                entry.record(),
                entry.title(),
                entry.version(),
                entry.at(),
                new By(entry.by(), entry.byName(), "user"),
                entry.kind(),
                entry.via(),
                changes);
    }

    private static Text label(Optional<RecordType> type, String name) {
        Field field = type.map(it -> it.field(name)).orElse(null);
        return field == null ? Text.of(name) : type.get().label(field);
    }

    private Answer restore(Call call) {
        RecordType type = kit.type(call);
        Row row = history.restore(call.actor(), type.name(), call.id("id"), call.id("entry"));
        RecordWriter writer = RecordWriter.of(
                kit.types(), kit.records(), call.actor(), List.of(row), Selection.everything(type), call.plain());
        return Answer.json(200, writer.body(row)).with("ETag", EntityTags.of(row.version()));
    }

    private Answer timeline(Call call) {
        Row row = kit.records().read(call.actor(), kit.type(call).name(), call.id("id"));
        int limit = call.number("limit", PAGE, 1, LARGEST_PAGE);
        List<Moment> moments = timeline.of(call.actor(), row, call.time("before"), limit).stream()
                .map(it -> new Moment(
                        it.at(),
                        it.kind(),
                        it.title(),
                        it.detail(),
                        new By(it.by(), it.byName(), "user"),
                        it.kind().equals("record") ? it.type() : null,
                        it.kind().equals("record") ? it.record() : null))
                .toList();
        return call.answer(new Items<>(moments));
    }
}
