package org.weir.records.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Imports.Reading;
import org.weir.records.api.Imports.RowResult;
import org.weir.records.api.Imports.State;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.store.api.Database;

/** Batches, the outcome of their rows, and remembered mappings. */
final class ImportStore {
    private static final int TITLE = 1000;
    private static final String ROW_COLUMNS = "line, part, type, outcome, record, version, title, field, reason";

    private final Database database;

    ImportStore(Database database) {
        this.database = database;
    }

    /**
     * A batch and what only the import itself needs to know of it.
     *
     * @param begun rows were written (and not undone since): the mapping is fixed, and a further run goes on
     */
    record Kept(Batch batch, UUID owner, boolean begun) {}

    /** What became of a record when the batch was taken back. @param kept why it stayed */
    record Undone(UUID record, Outcome outcome, @Nullable Text kept) {}

    void add(Batch batch, UUID owner) {
        database.write(handle -> handle.createUpdate("""
                        insert into records.import_batch (id, type, owner, file_name, state, begun, charset, delimiter,
                          worksheet, certain, worksheets, heads, preview, mapping, row_count, created_at)
                        values (:id, :type, :owner, :fileName, :state, false, :charset, :delimiter,
                          :worksheet, :certain, :worksheets, :heads, :preview, :mapping, :rows, :at)
                        """)
                .bind("id", batch.id())
                .bind("type", batch.type())
                .bind("owner", owner)
                .bind("fileName", batch.fileName())
                .bind("state", batch.state().name())
                .bindMap(reading(batch))
                .bind("mapping", Json.write(batch.mapping()))
                .bind("at", batch.createdAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    private static Map<String, Object> reading(Batch batch) {
        return Map.of(
                "charset", batch.reading().charset(),
                "delimiter", batch.reading().delimiter(),
                "worksheet", batch.reading().worksheet(),
                "certain", batch.reading().certain(),
                "worksheets", Json.write(batch.worksheets()),
                "heads", Json.write(batch.heads()),
                "preview", Json.write(batch.preview()),
                "rows", batch.rows());
    }

    /** Takes over how the file is read, its head and the mapping. */
    void reread(Batch batch) {
        database.write(handle -> handle.createUpdate("""
                        update records.import_batch set charset = :charset, delimiter = :delimiter, worksheet = :worksheet,
                          certain = :certain, worksheets = :worksheets, heads = :heads, preview = :preview,
                          row_count = :rows, mapping = :mapping, state = :state
                        where id = :id
                        """)
                .bind("id", batch.id())
                .bindMap(reading(batch))
                .bind("mapping", Json.write(batch.mapping()))
                .bind("state", State.UPLOADED.name())
                .execute());
    }

    void map(UUID id, Mapping mapping) {
        database.write(handle -> handle.createUpdate(
                        "update records.import_batch set mapping = :mapping, state = :state where id = :id")
                .bind("mapping", Json.write(mapping))
                .bind("state", State.UPLOADED.name())
                .bind("id", id)
                .execute());
    }

    Optional<Kept> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from records.import_batch where id = :id")
                .bind("id", id)
                .map(this::kept)
                .findOne());
    }

    List<Kept> recent(UUID owner, String type, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select * from records.import_batch where owner = :owner and type = :type
                        order by created_at desc limit :limit
                        """)
                .bind("owner", owner)
                .bind("type", type)
                .bind("limit", limit)
                .map(this::kept)
                .list());
    }

    private Kept kept(ResultSet row, StatementContext context) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Batch batch = new Batch(
                id,
                row.getString("type"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                new Reading(
                        row.getString("charset"),
                        row.getString("delimiter"),
                        row.getString("worksheet"),
                        row.getBoolean("certain")),
                Json.strings(row.getString("worksheets")),
                Json.strings(row.getString("heads")),
                Json.table(row.getString("preview")),
                Json.mapping(row.getString("mapping")),
                Map.of(),
                row.getLong("row_count"),
                row.getObject("job", UUID.class),
                Json.text(row.getString("message"), null),
                instant(row, "created_at"));
        return new Kept(batch, row.getObject("owner", UUID.class), row.getBoolean("begun"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Moves the batch on if it still is in one of the states. @return whether it was */
    boolean advance(UUID id, Set<State> from, State to) {
        return database.write(
                handle -> handle.createUpdate("update records.import_batch set state = :to, message = null, job = null"
                                        + " where id = :id and state in (<from>)")
                                .bindList("from", from.stream().map(State::name).toList())
                                .bind("to", to.name())
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    void begun(UUID id, boolean begun) {
        database.write(handle -> handle.createUpdate("update records.import_batch set begun = :begun where id = :id")
                .bind("begun", begun)
                .bind("id", id)
                .execute());
    }

    void job(UUID id, UUID job) {
        database.write(handle -> handle.createUpdate("update records.import_batch set job = :job where id = :id")
                .bind("job", job)
                .bind("id", id)
                .execute());
    }

    void ended(UUID id, State state, @Nullable Text message) {
        database.write(handle -> handle.createUpdate(
                        "update records.import_batch set state = :state, message = :message where id = :id")
                .bind("state", state.name())
                .bind("message", Json.text(message))
                .bind("id", id)
                .execute());
    }

    /** In the transaction under way, so that an outcome is kept exactly if what it tells of is. */
    void addRows(UUID batch, Collection<RowOutcome> rows) {
        database.write(handle -> {
            PreparedBatch insert = handle.prepareBatch("insert into records.import_row (batch, " + ROW_COLUMNS
                    + ") values (:batch, :line, :part, :type, :outcome, :record, :version, :title, :field, :reason)");
            for (RowOutcome row : rows) {
                insert.bind("batch", batch)
                        .bind("line", row.line())
                        .bind("part", row.part())
                        .bind("type", row.type())
                        .bind("outcome", row.outcome().name())
                        .bind("record", row.record())
                        .bind("version", row.version())
                        .bind("title", cut(row.title()))
                        .bind("field", row.field())
                        .bind("reason", Json.text(row.reason()))
                        .add();
            }
            return rows.isEmpty() ? 0 : insert.execute().length;
        });
    }

    void dropRows(UUID batch, Collection<Long> lines) {
        database.perform(handle -> {
            PreparedBatch delete =
                    handle.prepareBatch("delete from records.import_row where batch = :batch and line = :line");
            lines.forEach(it -> delete.bind("batch", batch).bind("line", it).add());
            if (!lines.isEmpty()) {
                delete.execute();
            }
        });
    }

    Set<Long> failedLines(UUID batch) {
        return database.read(handle -> new HashSet<>(
                handle.createQuery("select line from records.import_row where batch = :batch and outcome = 'FAILED'")
                        .bind("batch", batch)
                        .mapTo(Long.class)
                        .list()));
    }

    private static String cut(String title) {
        if (title.length() <= TITLE) {
            return title;
        }
        return title.substring(0, Character.isHighSurrogate(title.charAt(TITLE - 1)) ? TITLE - 1 : TITLE);
    }

    void clearRows(UUID batch) {
        database.write(handle -> handle.createUpdate("delete from records.import_row where batch = :batch")
                .bind("batch", batch)
                .execute());
    }

    /** The last line that has an outcome; 0 when none has. */
    long lastLine(UUID batch) {
        return database.read(
                handle -> handle.createQuery("select max(line) from records.import_row where batch = :batch")
                        .bind("batch", batch)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    Map<Outcome, Long> counts(UUID batch) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        database.read(handle -> handle.createQuery("""
                        select outcome, count(*) as number from records.import_row
                        where batch = :batch and part = 0 group by outcome
                        """)
                .bind("batch", batch)
                .map((row, context) ->
                        counts.put(Outcome.valueOf(row.getString("outcome")), row.getLong("number")) == null)
                .list());
        return counts;
    }

    List<RowResult> results(UUID batch, @Nullable Outcome outcome, int offset, int limit) {
        return database.read(handle -> handle.createQuery("select " + ROW_COLUMNS
                        + " from records.import_row where batch = :batch and part = 0"
                        + (outcome == null ? "" : " and outcome = :outcome")
                        + " order by line limit :limit offset :offset")
                .bind("batch", batch)
                .bindMap(outcome == null ? Map.of() : Map.of("outcome", outcome.name()))
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> {
                    RowOutcome it = outcome(row);
                    return new RowResult(it.line(), it.outcome(), it.record(), it.title(), it.field(), it.reason());
                })
                .list());
    }

    /** The rows that are neither taken nor undone, by line. */
    List<RowOutcome> failures(UUID batch, long after, int limit) {
        return database.read(handle -> handle.createQuery("select " + ROW_COLUMNS
                        + " from records.import_row where batch = :batch and part = 0 and outcome = 'FAILED'"
                        + " and line > :line order by line limit :limit")
                .bind("batch", batch)
                .bind("line", after)
                .bind("limit", limit)
                .map((row, context) -> outcome(row))
                .list());
    }

    /** What was written in these lines and is not undone yet, the last line first; the row before its references. */
    List<RowOutcome> written(UUID batch, long from, long to) {
        return database.read(handle -> handle.createQuery("select " + ROW_COLUMNS
                        + " from records.import_row where batch = :batch and line between :from and :to"
                        // by line, so that a piece costs the same however long the file is
                        + " and version is not null and outcome not in ('UNDONE', 'KEPT')"
                        + " order by line desc, part")
                .bind("batch", batch)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> outcome(row))
                .list());
    }

    long countWritten(UUID batch) {
        return database.read(handle ->
                handle.createQuery("""
                        select count(*) from records.import_row
                        where batch = :batch and version is not null and outcome in ('CREATED', 'CHANGED')
                        """).bind("batch", batch).mapTo(Long.class).one());
    }

    private static RowOutcome outcome(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        return new RowOutcome(
                row.getLong("line"),
                row.getInt("part"),
                row.getString("type"),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("record", UUID.class),
                version == 0 ? null : version,
                row.getString("title"),
                row.getString("field"),
                Json.text(row.getString("reason"), null));
    }

    /** The versions that the batch gave each of the records. */
    Map<UUID, TreeSet<Long>> versions(UUID batch, Collection<UUID> records) {
        Map<UUID, TreeSet<Long>> versions = new HashMap<>();
        // from the list, which is short: by "in" HSQLDB would go through all rows of the batch
        Sql sql = Sql.of("""
                select r.record, r.version from unnest(cast(? as uuid array)) listed (id)
                join records.import_row r on r.record = listed.id
                where r.batch = ? and r.version is not null
                """, records, batch);
        database.read(handle -> Statements.query(
                handle, sql, row -> versions.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeSet<>())
                        .add(row.getLong(2))));
        return versions;
    }

    /** What the batch changed in the record, as history keeps it, the last change first. */
    List<String> changes(UUID batch, UUID record) {
        return database.read(handle -> handle.createQuery("""
                        select diffs from records.history
                        where batch = :batch and record = :record and via = 'import' order by version desc
                        """)
                .bind("batch", batch)
                .bind("record", record)
                .mapTo(String.class)
                .list());
    }

    /** Says of every row of the record what undoing came to. */
    void undone(UUID batch, Collection<Undone> all) {
        database.perform(handle -> {
            PreparedBatch update = handle.prepareBatch("""
                    update records.import_row set outcome = :outcome, reason = :reason
                    where batch = :batch and record = :record and version is not null
                    """);
            for (Undone each : all) {
                update.bind("outcome", each.outcome().name())
                        .bind("reason", Json.text(each.kept()))
                        .bind("batch", batch)
                        .bind("record", each.record())
                        .add();
            }
            if (!all.isEmpty()) {
                update.execute();
            }
        });
    }

    Optional<Mapping> remembered(UUID owner, String type, String signature) {
        return database.read(handle -> handle.createQuery("""
                        select mapping from records.import_mapping
                        where owner = :owner and type = :type and signature = :signature
                        """)
                .bind("owner", owner)
                .bind("type", type)
                .bind("signature", signature)
                .mapTo(String.class)
                .findOne()
                .map(Json::mapping));
    }

    void remember(UUID owner, String type, String signature, Mapping mapping, Instant now) {
        database.write(handle -> {
            Map<String, Object> key = Map.of("owner", owner, "type", type, "signature", signature);
            Map<String, Object> value = Map.of("mapping", Json.write(mapping), "at", now.atOffset(ZoneOffset.UTC));
            int changed = handle.createUpdate("""
                            update records.import_mapping set mapping = :mapping, used_at = :at
                            where owner = :owner and type = :type and signature = :signature
                            """).bindMap(key).bindMap(value).execute();
            return changed > 0
                    ? changed
                    : handle.createUpdate("""
                                    insert into records.import_mapping (owner, type, signature, mapping, used_at)
                                    values (:owner, :type, :signature, :mapping, :at)
                                    """).bindMap(key).bindMap(value).execute();
        });
    }
}
