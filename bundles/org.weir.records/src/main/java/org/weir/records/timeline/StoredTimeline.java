package org.weir.records.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    public List<Moment> of(Actor actor, Row row, @Nullable Instant before, int limit) {
        if (!kit.reach().sees(actor, row)) {
            throw ProblemException.notFound();
        }
        int most = Math.max(1, Math.min(limit, MOST));
        return kit.database().read(handle -> {
            List<Tie> ties = ties(actor, row.type());
            Around around = new Around(actor, row.id(), before, most + TIES);
            List<Found> all = new ArrayList<>();
            all.addAll(find(handle, around, ties.stream().filter(Tie::byDay).toList()));
            all.addAll(
                    find(handle, around, ties.stream().filter(it -> !it.byDay()).toList()));
            comments(actor, row, before, all);
            changes(actor, row, before, most + TIES, all);
            all.sort(Comparator.comparing(Found::at).reversed());
            return told(handle, actor, cut(all, most));
        });
    }

    /** Something that happened: told already, or a record of the type that is still to be read. */
    private record Found(
            Instant at,
            RecordType type,
            UUID record,
            @Nullable Moment told) {}

    /** Moments of one instant are not torn apart, because the next page begins before it. */
    private static List<Found> cut(List<Found> found, int limit) {
        int end = Math.min(limit, found.size());
        while (end > 0
                && end < found.size()
                && found.get(end).at().equals(found.get(end - 1).at())) {
            end++;
        }
        return List.copyOf(found.subList(0, end));
    }

    /** A field by which records of a type refer here, and the field that says when they happened. */
    private record Tie(RecordType type, Field field, Field time) {
        boolean byDay() {
            return time.kind() == Kind.DATE;
        }
    }

    /** What is asked. */
    private record Around(Actor actor, UUID id, @Nullable Instant before, int limit) {}

    private List<Tie> ties(Actor actor, RecordType type) {
        List<Tie> ties = new ArrayList<>();
        for (RecordType other : kit.types().all()) {
            Field time = other.timeline().isEmpty() ? null : other.field(other.timeline());
            if (time != null && actor.may(other.permission("read"))) {
                other.fields().stream()
                        .filter(it -> it.ref().equals(type.name()))
                        .forEach(it -> ties.add(new Tie(other, it, time)));
            }
        }
        return ties;
    }

    /** The latest records that refer here by each of the ties, in one statement; each of them once. */
    private Set<Found> find(Handle handle, Around around, List<Tie> ties) {
        if (ties.isEmpty()) {
            return Set.of();
        }
        Sql sql = new Sql();
        for (int i = 0; i < ties.size(); i++) {
            sql.add(i == 0 ? "(" : " union all (")
                    .add(latest(around, ties.get(i), i))
                    .add(")");
        }
        return new LinkedHashSet<>(Statements.query(handle, sql, row -> {
            Tie tie = ties.get(row.getInt(1));
            Instant at = tie.byDay()
                    ? row.getObject(3, LocalDate.class)
                            .atStartOfDay(around.actor().zone())
                            .toInstant()
                    : row.getObject(3, OffsetDateTime.class).toInstant();
            return new Found(at, tie.type(), row.getObject(2, UUID.class), null);
        }));
    }

    private Sql latest(Around around, Tie tie, int place) {
        RecordType type = tie.type();
        boolean single = tie.field().kind() == Kind.REF;
        String refers = single ? "t." + tie.field().column() : "s.val";
        String time = Table.column("t", tie.time());
        String rows = Table.rows(type, "t");
        // the entries first: HSQLDB begins with what stands first, and would else walk along the time
        Sql sql = Sql.of("select " + place + " as tie, t.id as record, " + time + " as happened from "
                + (single ? rows : Table.side(type, tie.field()) + " s, " + rows)
                + " where " + (single ? "" : "s.id = t.id and "));
        sql.add(refers + " = ?", around.id());
        sql.add(" and " + time + " is not null");
        Instant before = around.before();
        if (before != null) {
            sql.add(" and " + time + " < ?", tie.byDay() ? day(around.actor(), before) : before);
        }
        Sql reach = kit.reach().read(around.actor(), type, "t");
        if (!reach.isYes()) {
            sql.add(" and ").add(reach);
        }
        String order = (single ? refers + " desc, " : "") + time + " desc, t.id desc";
        return sql.add(" order by " + order + " limit ?", around.limit());
    }

    /** Reads what is left after the cut: the records of each type, their titles, and all names at once. */
    private List<Moment> told(Handle handle, Actor actor, List<Found> found) {
        Map<RecordType, List<UUID>> ids = new LinkedHashMap<>();
        found.stream().filter(it -> it.told() == null).forEach(it -> ids.computeIfAbsent(
                        it.type(), type -> new ArrayList<>())
                .add(it.record()));
        Map<UUID, Row> rows = new HashMap<>();
        Map<UUID, String> titles = new HashMap<>();
        ids.forEach((type, of) -> {
            rows(handle, type, of).forEach(it -> rows.put(it.id(), it));
            if (Table.hasKey(type)) {
                of.forEach(it -> titles.put(it, titled(rows.get(it))));
            } else {
                titles.putAll(kit.titles().of(handle, actor, type.name(), of));
            }
        });
        List<UUID> people = rows.values().stream().map(StoredTimeline::by).toList();
        Map<UUID, String> names = kit.titles().of(handle, actor, "user", people);
        List<Moment> moments = new ArrayList<>();
        for (Found it : found) {
            Row row = rows.get(it.record());
            if (it.told() != null) {
                moments.add(it.told());
            } else if (row != null) {
                String name = names.getOrDefault(by(row), "");
                moments.add(told(it, row, titles.getOrDefault(it.record(), ""), name));
            }
        }
        return List.copyOf(moments);
    }

    private static Moment told(Found found, Row row, String title, String byName) {
        RecordType type = found.type();
        Text words = Text.of("records.timeline.record", type.one(), title);
        return new Moment(found.at(), "record", words, detail(row), by(row), byName, type.name(), row.id());
    }

    private static List<Row> rows(Handle handle, RecordType type, List<UUID> ids) {
        ReadRow reader = new ReadRow(type);
        Sql sql = Sql.of("select " + reader.columns("t") + " from " + Table.rows(type, "t") + " where ")
                .add(Sql.in("t.id", ids));
        return Statements.query(handle, sql, row -> reader.plain(reader.loose(row)));
    }

    private static String titled(@Nullable Row row) {
        String title = row == null ? null : row.text(row.type().title().name());
        return title == null ? "" : title;
    }

    /** The first day that does not begin before the moment. */
    private static LocalDate day(Actor actor, Instant before) {
        LocalDate day = before.atZone(actor.zone()).toLocalDate();
        return day.atStartOfDay(actor.zone()).toInstant().isBefore(before) ? day.plusDays(1) : day;
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

    private void comments(Actor actor, Row row, @Nullable Instant before, List<Found> all) {
        for (Conversation.Comment it : conversation.comments(actor, row)) {
            if (!it.deleted() && (before == null || it.at().isBefore(before))) {
                all.add(new Found(
                        it.at(),
                        row.type(),
                        row.id(),
                        new Moment(
                                it.at(),
                                "comment",
                                Text.of("records.timeline.comment"),
                                it.text(),
                                it.by(),
                                it.byName(),
                                row.type().name(),
                                row.id())));
            }
        }
    }

    private void changes(Actor actor, Row row, @Nullable Instant before, int limit, List<Found> all) {
        UUID last = null;
        int taken = 0;
        int most = Math.min(limit, MOST);
        while (taken < limit) {
            List<History.Entry> entries = history.of(actor, row, last, most);
            for (History.Entry it : entries) {
                last = it.id();
                if (before == null || it.at().isBefore(before)) {
                    taken++;
                    all.add(new Found(it.at(), row.type(), row.id(), moment(actor, row.type(), it)));
                }
            }
            if (entries.size() < most) {
                return;
            }
            most = MOST;
        }
    }

    private Moment moment(Actor actor, RecordType type, History.Entry entry) {
        Text title =
                switch (entry.kind()) {
                    case CREATED -> Text.of("records.timeline.created", type.one());
                    case DELETED -> Text.of("records.timeline.deleted", type.one());
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
