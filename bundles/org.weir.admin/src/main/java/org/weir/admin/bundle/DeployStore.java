package org.weir.admin.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;

/** The jars that were brought, what every node is to have of them, and what became of each change. */
final class DeployStore {
    private static final int PART = 1024 * 1024;
    private static final int KEPT_JARS = 5;

    private final Database database;
    private final Clock clock;

    DeployStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What every node is to have.
     *
     * @param revision counts up with every change of the same name
     * @param sha of the jar; null when the bundle is to be gone
     * @param previous of the jar that was there before; null for none
     * @param trying whether the node named still watches if it works; the others wait
     */
    record Wanted(
            String name,
            long revision,
            @Nullable String sha,
            @Nullable String previous,
            boolean trying,
            UUID node,
            Instant changedAt) {}

    /**
     * A change that was made or tried.
     *
     * @param outcome {@code trying, done, undone} (went wrong, the former version is back), {@code stands} (went wrong, but its data
     *     have moved on), {@code by-hand} (somebody changed the deploy folder)
     * @param reason why it was undone; empty otherwise
     */
    record Deployment(
            UUID id,
            Instant at,
            String by,
            String name,
            String fromVersion,
            String toVersion,
            @Nullable String fromSha,
            @Nullable String toSha,
            String outcome,
            String reason) {}

    /** A jar without its content. */
    record Kept(
            String sha,
            String name,
            String version,
            String title,
            long size,
            String fileName,
            String signer,
            Instant at) {}

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Keeps a jar with its content; one that is here already is only made new again. */
    void keep(Jar jar, Path file) throws IOException {
        database.<IOException>perform(handle -> {
            int there = handle.createUpdate("update admin.jars set brought_at = :now where sha = :sha")
                    .bind("now", now())
                    .bind("sha", jar.sha())
                    .execute();
            if (there == 0) {
                insert(handle, jar);
                content(handle, jar.sha(), file);
            }
        });
    }

    private void insert(Handle handle, Jar jar) {
        handle.createUpdate("""
                        insert into admin.jars (sha, name, version, title, size_bytes, file_name, signer, brought_at)
                        values (:sha, :name, :version, :title, :size, :file, :signer, :now)""")
                .bind("sha", jar.sha())
                .bind("name", jar.name())
                .bind("version", cut(jar.version(), 100))
                .bind("title", cut(jar.title(), 500))
                .bind("size", jar.size())
                .bind("file", cut(jar.fileName(), 200))
                .bind("signer", cut(jar.signer(), 1000))
                .bind("now", now())
                .execute();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static void content(Handle handle, String sha, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                handle.createUpdate("insert into admin.jar_parts (sha, part, content) values (:sha, :part, :content)")
                        .bind("sha", sha)
                        .bind("part", part++)
                        .bind("content", bytes)
                        .execute();
            }
        }
    }

    /** Writes a jar's content to a file. @return whether it was there, and whole */
    boolean write(String sha, Path file) throws IOException {
        List<Integer> parts = database.read(
                handle -> handle.createQuery("select part from admin.jar_parts where sha = :sha order by part")
                        .bind("sha", sha)
                        .mapTo(Integer.class)
                        .list());
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int part : parts) {
                out.write(database.<byte[], RuntimeException>read(handle -> handle.createQuery(
                                "select content from admin.jar_parts where sha = :sha and part = :part")
                        .bind("sha", sha)
                        .bind("part", part)
                        .mapTo(byte[].class)
                        .one()));
            }
        }
        return !parts.isEmpty() && ReadJar.sha(file).equals(sha);
    }

    Optional<Kept> jar(String sha) {
        return database.read(handle -> handle.createQuery("select * from admin.jars where sha = :sha")
                .bind("sha", sha)
                .map((row, context) -> kept(row))
                .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("sha"),
                row.getString("name"),
                row.getString("version"),
                row.getString("title"),
                row.getLong("size_bytes"),
                row.getString("file_name"),
                row.getString("signer"),
                instant(row, "brought_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    List<Wanted> wanted() {
        return database.read(handle -> handle.createQuery("select * from admin.wanted order by name")
                .map((row, context) -> wanted(row))
                .list());
    }

    Optional<Wanted> wanted(String name) {
        return database.read(handle -> handle.createQuery("select * from admin.wanted where name = :name")
                .bind("name", name)
                .map((row, context) -> wanted(row))
                .findOne());
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                row.getString("name"),
                row.getLong("revision"),
                row.getString("sha"),
                row.getString("previous"),
                row.getBoolean("trying"),
                row.getObject("node", UUID.class),
                instant(row, "changed_at"));
    }

    /**
     * Says what every node is to have from now on.
     *
     * @param seen the revision that the change was decided on; 0 for none
     * @return the new revision, empty when somebody else was faster
     */
    Optional<Long> want(
            String name, long seen, @Nullable String sha, @Nullable String previous, boolean trying, UUID node) {
        String sql = seen == 0 ? """
                insert into admin.wanted (name, revision, sha, previous, trying, node, changed_at)
                values (:name, 1, :sha, :previous, :trying, :node, :now)""" : """
                update admin.wanted set revision = revision + 1, sha = :sha, previous = :previous, trying = :trying,
                  node = :node, changed_at = :now
                where name = :name and revision = :seen""";
        int changed = database.write(handle -> {
            if (seen == 0 && wanted(name).isPresent()) {
                return 0;
            }
            var update = handle.createUpdate(sql)
                    .bind("name", name)
                    .bindByType("sha", sha, String.class)
                    .bindByType("previous", previous, String.class)
                    .bind("trying", trying)
                    .bind("node", node)
                    .bind("now", now());
            return (seen == 0 ? update : update.bind("seen", seen)).execute();
        });
        return changed == 1 ? Optional.of(seen + 1) : Optional.empty();
    }

    /** The change works; all nodes may follow. */
    void settle(String name, long revision) {
        database.write(handle -> handle.createUpdate(
                        "update admin.wanted set trying = false where name = :name and revision = :revision")
                .bind("name", name)
                .bind("revision", revision)
                .execute());
    }

    void note(Deployment done) {
        database.write(handle -> handle.createUpdate("""
                        insert into admin.deployments
                          (id, made_at, by_name, name, from_version, to_version, from_sha, to_sha, outcome, reason)
                        values (:id, :at, :by, :name, :from, :to, :fromSha, :toSha, :outcome, :reason)""")
                .bind("id", done.id())
                .bind("at", done.at().atOffset(ZoneOffset.UTC))
                .bind("by", cut(done.by(), 200))
                .bind("name", done.name())
                .bind("from", done.fromVersion())
                .bind("to", done.toVersion())
                .bindByType("fromSha", done.fromSha(), String.class)
                .bindByType("toSha", done.toSha(), String.class)
                .bind("outcome", done.outcome())
                .bind("reason", done.reason())
                .execute());
    }

    Deployment deployment(
            String by, String name, @Nullable String fromSha, @Nullable String toSha, String outcome, String reason) {
        return new Deployment(
                Ids.next(),
                clock.instant(),
                by,
                name,
                version(fromSha),
                version(toSha),
                fromSha,
                toSha,
                outcome,
                reason);
    }

    private String version(@Nullable String sha) {
        return sha == null ? "" : jar(sha).map(Kept::version).orElse("");
    }

    /** How a deployment ended. */
    void end(UUID id, String outcome, String reason) {
        database.write(handle -> handle.createUpdate(
                        "update admin.deployments set outcome = :outcome, reason = :reason where id = :id")
                .bind("outcome", outcome)
                .bind("reason", reason)
                .bind("id", id)
                .execute());
    }

    /** Ends what was begun on a node that is gone. */
    void endAll(String name, String outcome, String reason) {
        database.write(handle -> handle.createUpdate("""
                        update admin.deployments set outcome = :outcome, reason = :reason
                        where name = :name and outcome = 'trying'""")
                .bind("outcome", outcome)
                .bind("reason", reason)
                .bind("name", name)
                .execute());
    }

    Optional<Deployment> deployment(UUID id) {
        return database.read(handle -> handle.createQuery("select * from admin.deployments where id = :id")
                .bind("id", id)
                .map((row, context) -> deployment(row))
                .findOne());
    }

    private static Deployment deployment(ResultSet row) throws SQLException {
        return new Deployment(
                row.getObject("id", UUID.class),
                instant(row, "made_at"),
                row.getString("by_name"),
                row.getString("name"),
                row.getString("from_version"),
                row.getString("to_version"),
                row.getString("from_sha"),
                row.getString("to_sha"),
                row.getString("outcome"),
                row.getString("reason"));
    }

    /** The newest first. */
    List<Deployment> deployments(int limit) {
        return database.read(handle -> handle.createQuery(
                        "select * from admin.deployments order by made_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> deployment(row))
                .list());
    }

    /** Forgets jars that nobody wants and that are older than the newest five of their name. */
    void sweep(String name) {
        database.<RuntimeException>perform(handle -> {
            List<String> old = handle.createQuery("""
                            select sha from admin.jars where name = :name and sha not in
                              (select sha from admin.wanted where sha is not null
                               union select previous from admin.wanted where previous is not null)
                            order by brought_at desc offset :kept""")
                    .bind("name", name)
                    .bind("kept", KEPT_JARS)
                    .mapTo(String.class)
                    .list();
            for (String sha : old) {
                handle.createUpdate("delete from admin.jar_parts where sha = :sha")
                        .bind("sha", sha)
                        .execute();
                handle.createUpdate("delete from admin.jars where sha = :sha")
                        .bind("sha", sha)
                        .execute();
            }
        });
    }
}
