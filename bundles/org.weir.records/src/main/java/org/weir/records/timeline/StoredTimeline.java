package org.weir.records.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Conversation;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.History;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.api.Timeline;
import org.weir.records.kit.RecordKit;
import org.weir.records.row.ReadRow;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;

/** What happened around a record, put together from records that refer to it, comments and history. */
@Component(service = Timeline.class)
public final class StoredTimeline implements Timeline {
    private static final int MOST = 200;
    private static final int TIES = 20;
    private static final int SHORT = 400;

    private final RecordKit kit;
    private final History history;
    private final Conversation conversation;

    @Activate
    public StoredTimeline(@Reference RecordKit kit, @Reference History history, @Reference Conversation conversation) {
        this.kit = kit;
        this.history = history;
        this.conversation = conversation;
    }

    @Override
    public List<Moment> of(Actor actor, String typeName, UUID id, @Nullable Instant before, int limit) {
        RecordType type = kit.types().get(typeName);
        int most = Math.max(1, Math.min(limit, MOST));
        List<Moment> moments = kit.database().read(handle -> {
            seen(handle, actor, type, id);
            List<Moment> all = new ArrayList<>();
            for (RecordType other : kit.types().all()) {
                if (!other.timeline().isEmpty() && actor.may(other.permission("read"))) {
                    records(handle, actor, other, type, id, before, most + TIES, all);
                }
            }
            comments(actor, type, id, before, all);
            changes(actor, type, id, before, most + TIES, all);
            return all;
        });
        moments.sort(Comparator.comparing(Moment::at).reversed());
        return cut(moments, most);
    }

    private void seen(Handle handle, Actor actor, RecordType type, UUID id) {
        if (!actor.may(type.permission("read"))) {
            throw ProblemException.forbidden(type.permission("read"));
        }
        if (new ReadRow(type).one(handle, id, kit.reach().read(actor, type, "t")) == null) {
            throw ProblemException.notFound();
        }
    }

    /** Moments of one instant are not torn apart, because the next page begins before it. */
    private static List<Moment> cut(List<Moment> moments, int limit) {
        int end = Math.min(limit, moments.size());
        while (end > 0
                && end < moments.size()
                && moments.get(end).at().equals(moments.get(end - 1).at())) {
            end++;
        }
        return List.copyOf(moments.subList(0, end));
    }

    private void records(
            Handle handle,
            Actor actor,
            RecordType other,
            RecordType type,
            UUID id,
            @Nullable Instant before,
            int limit,
            List<Moment> all) {
        Field time = other.field(other.timeline());
        Map<UUID, Row> rows = new LinkedHashMap<>();
        for (Field field : other.fields()) {
            if (time != null && field.ref().equals(type.name())) {
                rows(handle, actor, other, field, time, id, before, limit).forEach(it -> rows.putIfAbsent(it.id(), it));
            }
        }
        if (time == null || rows.isEmpty()) {
            return;
        }
        Map<UUID, String> titles = kit.titles().of(handle, actor, other.name(), rows.keySet());
        Map<UUID, String> names = kit.titles()
                .of(
                        handle,
                        actor,
                        "user",
                        rows.values().stream().map(StoredTimeline::by).toList());
        for (Row row : rows.values()) {
            UUID by = by(row);
            all.add(new Moment(
                    at(actor, row.get(time.name())),
                    "record",
                    Text.of("records.timeline.record", other.one(), titles.getOrDefault(row.id(), "")),
                    detail(row),
                    by,
                    names.getOrDefault(by, ""),
                    other.name(),
                    row.id()));
        }
    }

    private List<Row> rows(
            Handle handle,
            Actor actor,
            RecordType other,
            Field field,
            Field time,
            UUID id,
            @Nullable Instant before,
            int limit) {
        ReadRow reader = new ReadRow(other);
        boolean single = field.kind() == Kind.REF;
        String link = single
                ? "t." + field.column() + " = ?"
                : "t.id in (select s.id from " + Table.side(other, field) + " s where s.val = ?)";
        String column = "t." + time.column();
        Sql sql = Sql.of("select " + reader.columns("t") + " from " + other.table() + " t where " + link, id)
                .add(" and " + column + " is not null");
        if (before != null) {
            sql.add(" and " + column + " < ?", time.kind() == Kind.DATE ? day(actor, before) : before);
        }
        Sql reach = kit.reach().read(actor, other, "t");
        if (!reach.isYes()) {
            sql.add(" and ").add(reach);
        }
        sql.add(
                " order by " + (single ? "t." + field.column() + " desc, " : "") + column + " desc, t.id desc limit ?",
                limit);
        return reader.complete(handle, Statements.query(handle, sql, reader::loose));
    }

    /** The first day that does not begin before the moment. */
    private static LocalDate day(Actor actor, Instant before) {
        LocalDate day = before.atZone(actor.zone()).toLocalDate();
        return day.atStartOfDay(actor.zone()).toInstant().isBefore(before) ? day.plusDays(1) : day;
    }

    private static Instant at(Actor actor, @Nullable Object value) {
        return value instanceof LocalDate day
                ? day.atStartOfDay(actor.zone()).toInstant()
                : value instanceof Instant time ? time : Instant.EPOCH;
    }

    private static UUID by(Row row) {
        UUID by = row.type()
                .meaning(org.weir.records.api.FieldSpec.Meaning.OWNER)
                .map(it -> row.ref(it.name()))
                .orElse(null);
        UUID made = by == null ? row.createdBy() : by;
        return made == null ? Actor.SYSTEM : made;
    }

    /** The last of the long texts, where the outcome stands. */
    private static String detail(Row row) {
        String detail = "";
        for (Field field : row.type().fields()) {
            if (field.multiline() && row.get(field.name()) instanceof String text) {
                detail = text;
            }
        }
        return shortened(detail);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHORT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHORT)).strip() + "…";
    }

    private void comments(Actor actor, RecordType type, UUID id, @Nullable Instant before, List<Moment> all) {
        for (Conversation.Comment it : conversation.comments(actor, type.name(), id)) {
            if (!it.deleted() && (before == null || it.at().isBefore(before))) {
                all.add(new Moment(
                        it.at(),
                        "comment",
                        Text.of("records.timeline.comment"),
                        it.text(),
                        it.by(),
                        it.byName(),
                        type.name(),
                        id));
            }
        }
    }

    private void changes(Actor actor, RecordType type, UUID id, @Nullable Instant before, int limit, List<Moment> all) {
        UUID last = null;
        int taken = 0;
        while (taken < limit) {
            List<History.Entry> entries = history.of(actor, type.name(), id, last, MOST);
            for (History.Entry it : entries) {
                last = it.id();
                if (before == null || it.at().isBefore(before)) {
                    taken++;
                    all.add(moment(actor, type, it));
                }
            }
            if (entries.size() < MOST) {
                return;
            }
        }
    }

    private Moment moment(Actor actor, RecordType type, History.Entry entry) {
        Text title =
                switch (entry.kind()) {
                    case CREATED -> Text.of("records.timeline.created");
                    case DELETED -> Text.of("records.timeline.deleted");
                    case CHANGED ->
                        Text.of("records.timeline.changed", entry.diffs().size());
                };
        List<String> fields = new ArrayList<>();
        if (entry.kind() == History.Kind.CHANGED) {
            for (History.Diff diff : entry.diffs()) {
                Field field = type.field(diff.field());
                fields.add(field == null ? diff.field() : kit.texts().text(actor.locale(), type.label(field)));
            }
        }
        return new Moment(
                entry.at(),
                "change",
                title,
                String.join(", ", fields),
                entry.by(),
                entry.byName(),
                entry.type(),
                entry.record());
    }
}
