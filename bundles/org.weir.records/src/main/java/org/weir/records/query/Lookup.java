package org.weir.records.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Formats;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records.Titled;
import org.weir.records.api.Row;
import org.weir.records.format.Folding;
import org.weir.records.row.Entries;
import org.weir.records.row.ReadRow;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;
import org.weir.records.visibility.Reach;
import org.weir.store.api.Dialect;

/** Finds records to refer to: those whose title begins with the text first, then those that contain it or have it as key. */
public final class Lookup {
    private static final int MOST = 100;

    private final RecordTypes types;
    private final Entries entries;
    private final Reach reach;
    private final Directory directory;
    private final Formats formats;
    private final ReadPage pages;
    private final Titles titles;
    private final Dialect dialect;

    public Lookup(
            RecordTypes types,
            Entries entries,
            Reach reach,
            Directory directory,
            Formats formats,
            ReadPage pages,
            Titles titles,
            Dialect dialect) {
        this.dialect = dialect;
        this.types = types;
        this.entries = entries;
        this.reach = reach;
        this.directory = directory;
        this.formats = formats;
        this.pages = pages;
        this.titles = titles;
    }

    public List<Titled> find(Handle handle, Actor actor, String type, String text, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        if (type.equals("user")) {
            return directory.findPeople(text, most).stream()
                    .map(it -> new Titled(it.id(), it.name(), it.login()))
                    .toList();
        }
        if (type.equals("team")) {
            return directory.findTeams(text, most).stream()
                    .map(it -> new Titled(it.id(), it.name(), ""))
                    .toList();
        }
        RecordType known = types.get(type);
        if (!actor.may(known.permission("read"))) {
            throw ProblemException.forbidden(known.permission("read"));
        }
        Map<UUID, Row> rows = new LinkedHashMap<>();
        if (Table.hasKey(known) && !text.isBlank()) {
            beginning(handle, actor, known, text, most).forEach(it -> rows.put(it.id(), it));
        }
        if (rows.size() < most) {
            Query query = new Query(type, null, text, List.of(), most, null, null);
            pages.page(handle, actor, known, query).rows().forEach(it -> rows.putIfAbsent(it.id(), it));
        }
        return titled(handle, actor, known, rows.values().stream().limit(most).toList());
    }

    private List<Row> beginning(Handle handle, Actor actor, RecordType type, String text, int limit) {
        String folded = Folding.fold(text);
        if (folded.isEmpty() || folded.indexOf('\0') >= 0) {
            return List.of();
        }
        ReadRow reader = new ReadRow(type, entries);
        String key = "t." + Table.key(type);
        Sql sql = Sql.of("select " + reader.columns("t") + " from " + Table.rows(type, "t") + " where ")
                .add(new TextPattern(List.of(folded, "")).matches(dialect, key, it -> it))
                .add(" and ")
                .add(reach.read(actor, type, "t"))
                .add(" order by " + key + ", t.id limit ?", limit);
        return reader.complete(handle, Statements.query(handle, sql, reader::loose));
    }

    private List<Titled> titled(Handle handle, Actor actor, RecordType type, List<Row> rows) {
        Map<UUID, String> names =
                titles.of(handle, actor, type.name(), rows.stream().map(Row::id).toList());
        List<Titled> found = new ArrayList<>();
        for (Row row : rows) {
            found.add(new Titled(row.id(), names.getOrDefault(row.id(), ""), detail(actor, row)));
        }
        return found;
    }

    /** What tells records of one title apart: the values of the first columns that need no look-up. */
    private String detail(Actor actor, Row row) {
        List<String> parts = new ArrayList<>();
        for (Field field : row.type().fields()) {
            Object value = row.get(field.name());
            boolean shown = field.inList() && !field.title() && field.kind() != Kind.REF && field.kind() != Kind.REFS;
            if (shown && value != null && parts.size() < 2) {
                parts.add(formats.show(row.type(), field, value, actor.locale(), actor.zone()));
            }
        }
        return String.join(" · ", parts);
    }
}
