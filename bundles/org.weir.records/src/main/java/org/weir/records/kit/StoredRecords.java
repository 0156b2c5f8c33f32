package org.weir.records.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.row.ReadRow;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;

/** Records in the database. */
@Component(service = Records.class)
public final class StoredRecords implements Records {
    private static final Logger LOG = LoggerFactory.getLogger(StoredRecords.class);
    private static final int PIECE = 500;
    private static final int HIGHEST_CAP = 1_000_000;

    private final RecordKit kit;

    @Activate
    public StoredRecords(@Reference RecordKit kit) {
        this.kit = kit;
    }

    @Override
    public Row read(Actor actor, String type, UUID id) {
        return find(actor, type, id).orElseThrow(ProblemException::notFound);
    }

    @Override
    public Optional<Row> find(Actor actor, String typeName, UUID id) {
        RecordType type = readable(actor, typeName);
        return kit.database()
                .read(handle -> Optional.ofNullable(new ReadRow(type, kit.entries())
                        .one(handle, id, kit.reach().read(actor, type, "t"))));
    }

    @Override
    public Optional<String> secret(Actor actor, String typeName, UUID id, String name) {
        Row row = read(actor, typeName, id);
        Field field = row.type().field(name);
        if (field == null || !field.secret()) {
            throw new IllegalArgumentException(typeName + " has no secret " + name);
        }
        return kit.database()
                .read(handle -> Optional.ofNullable(Statements.first(
                        handle,
                        Sql.of(
                                "select t." + field.column() + " from "
                                        + row.type().table() + " t where t.id = ?",
                                id),
                        it -> it.getString(1))));
    }

    @Override
    public List<Row> readAll(Actor actor, String typeName, Collection<UUID> ids) {
        RecordType type = readable(actor, typeName);
        List<UUID> all = new ArrayList<>(new LinkedHashSet<>(ids));
        ReadRow reader = new ReadRow(type, kit.entries());
        return kit.database().read(handle -> {
            List<Row> rows = new ArrayList<>();
            for (int from = 0; from < all.size(); from += PIECE) {
                Sql sql = Sql.of("select " + reader.columns("t") + " from " + Table.rows(type, "t") + " where ")
                        .add(Sql.in("t.id", all.subList(from, Math.min(all.size(), from + PIECE))))
                        .add(" and ")
                        .add(kit.reach().read(actor, type, "t"));
                rows.addAll(reader.complete(handle, Statements.query(handle, sql, reader::loose)));
            }
            return rows;
        });
    }

    @Override
    public Set<UUID> visible(Actor actor, String typeName, Collection<UUID> ids) {
        RecordType type = readable(actor, typeName);
        List<UUID> all = new ArrayList<>(new LinkedHashSet<>(ids));
        Set<UUID> visible = new HashSet<>();
        kit.database().read(handle -> {
            for (int from = 0; from < all.size(); from += PIECE) {
                Sql sql = Sql.of("select t.id from " + type.table() + " t where ")
                        .add(Sql.in("t.id", all.subList(from, Math.min(all.size(), from + PIECE))))
                        .add(" and ")
                        .add(kit.reach().read(actor, type, "t"));
                visible.addAll(Statements.query(handle, sql, it -> it.getObject(1, UUID.class)));
            }
            return true;
        });
        return visible;
    }

    @Override
    public List<Row> walk(Actor actor, String typeName, @Nullable UUID after, int limit) {
        RecordType type = readable(actor, typeName);
        ReadRow reader = new ReadRow(type, kit.entries());
        Sql sql = Sql.of("select " + reader.columns("t") + " from " + Table.rows(type, "t") + " where ");
        if (after != null) {
            sql.add("t.id > ? and ", after);
        }
        sql.add(kit.reach().read(actor, type, "t")).add(" order by t.id limit ?", Math.max(1, Math.min(limit, PIECE)));
        return kit.database().read(handle -> reader.complete(handle, Statements.query(handle, sql, reader::loose)));
    }

    @Override
    public PageOfRows list(Actor actor, Query query) {
        RecordType type = readable(actor, query.type());
        return kit.database().read(handle -> kit.pages().page(handle, actor, type, query));
    }

    @Override
    public List<Count> counts(Actor actor, List<Query> queries, int cap) {
        queries.forEach(it -> readable(actor, it.type()));
        int most = Math.max(0, Math.min(cap, HIGHEST_CAP));
        return kit.database().read(handle -> kit.pages().counts(handle, actor, queries, most));
    }

    @Override
    public List<List<Total>> totals(Actor actor, List<Totalled> asked) {
        asked.forEach(it -> readable(actor, it.query().type()));
        return kit.database().read(handle -> kit.pages().totals(handle, actor, asked));
    }

    @Override
    public Neighbours neighbours(Actor actor, Query query, UUID id) {
        RecordType type = readable(actor, query.type());
        return kit.database().read(handle -> kit.pages().neighbours(handle, actor, type, query, id));
    }

    @Override
    public Row create(Actor actor, Draft draft) {
        return kit.changes().create(actor, draft);
    }

    @Override
    public Row update(Actor actor, Draft draft) {
        return kit.changes().update(actor, draft);
    }

    @Override
    public void delete(Actor actor, String type, UUID id, @Nullable Long version) {
        kit.changes().delete(actor, type, id, version, null);
    }

    @Override
    public boolean may(Actor actor, String operation, Row row) {
        return kit.reach().holds(actor, row.type(), operation, row);
    }

    @Override
    public boolean offers(Actor actor, String operation, Row row) {
        return kit.types().validators(row.type()).stream().allMatch(it -> it.offers(operation, row))
                && may(actor, operation, row);
    }

    @Override
    public Map<UUID, String> titles(Actor actor, String type, Collection<UUID> ids) {
        return kit.database().read(handle -> kit.titles().of(handle, actor, type, ids));
    }

    @Override
    public List<Titled> lookup(Actor actor, String type, String text, int limit) {
        return kit.database().read(handle -> kit.lookup().find(handle, actor, type, text, limit));
    }

    @Override
    public Map<UUID, Map<String, Object>> compute(Actor actor, List<Row> rows, Collection<String> fields) {
        Map<UUID, Map<String, Object>> values = new LinkedHashMap<>();
        rows.forEach(it -> values.put(it.id(), new LinkedHashMap<>()));
        Set<String> wanted = Set.copyOf(fields);
        if (rows.isEmpty() || wanted.isEmpty()) {
            return values;
        }
        for (ComputedField field : kit.types().computed(rows.get(0).type())) {
            if (wanted.contains(field.name())) {
                add(actor, rows, field, values);
            }
        }
        return values;
    }

    /** A field that fails stays empty; the list stands. */
    private static void add(Actor actor, List<Row> rows, ComputedField field, Map<UUID, Map<String, Object>> values) {
        try {
            field.compute(actor, rows).forEach((id, value) -> {
                Map<String, Object> of = values.get(id);
                if (of != null && value != null) {
                    of.put(field.name(), value);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The computed field {} of {} failed", field.name(), field.type(), e);
        }
    }

    private RecordType readable(Actor actor, String name) {
        RecordType type = kit.types().get(name);
        if (!actor.may(type.permission("read"))) {
            throw ProblemException.forbidden(type.permission("read"));
        }
        return type;
    }
}
