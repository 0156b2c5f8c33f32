package org.weir.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Looks into the database of a Weir that was stopped, past Weir. */
final class Inspect implements AutoCloseable {
    private final Connection connection;

    private Inspect(Connection connection) {
        this.connection = connection;
    }

    /** Counts of accounts, unless said otherwise; all but none would be a broken word. */
    record Found(
            long missing,
            long twice,
            long unknown,
            long withoutHistory,
            long withoutFact,
            long withoutRecord,
            long beyond) {}

    static Inspect postgres(String url) throws SQLException {
        return new Inspect(DriverManager.getConnection(url, "postgres", "postgres"));
    }

    /** With the driver that the distribution brings. */
    static Inspect hsqldb(Path home, Path data) throws Exception {
        Path jar;
        try (Stream<Path> jars = Files.list(home.resolve("system"))) {
            jar = jars.filter(it -> it.getFileName().toString().contains("hsqldb"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no file *hsqldb*.jar"));
        }
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        Driver driver = (Driver) Class.forName("org.hsqldb.jdbc.JDBCDriver", true, loader)
                .getDeclaredConstructor()
                .newInstance();
        Properties user = new Properties();
        user.put("user", "SA");
        user.put("password", "");
        return new Inspect(driver.connect(
                "jdbc:hsqldb:file:" + data.resolve("data/db/weir") + ";ifexists=true;shutdown=true", user));
    }

    /** @param acknowledged id by key */
    Found look(Map<String, String> acknowledged) throws SQLException {
        Map<String, String> names = new HashMap<>();
        long twice = 0;
        Set<String> seen = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, name from relationship.account where name like '" + Writers.NAME + "%'")) {
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
                if (!seen.add(row.getString(2))) {
                    twice++;
                }
            }
        }
        long missing = acknowledged.entrySet().stream()
                .filter(it -> !(Writers.NAME + it.getKey()).equals(names.get(it.getValue())))
                .count();
        Set<String> told = new HashSet<>(acknowledged.values());
        long unknown = names.keySet().stream().filter(it -> !told.contains(it)).count();
        return new Found(
                missing,
                twice,
                unknown,
                others("select record, count(*) from records.history where type = 'account' group by record", names),
                others(
                        "select subject, count(*) from events.log where type = 'account.created' group by subject",
                        names),
                one("""
                        select (select count(*) from records.history h where h.type = 'account'
                           and not exists (select 1 from relationship.account a where a.id = h.record))
                         + (select count(*) from events.log e where e.type = 'account.created'
                           and not exists (select 1 from relationship.account a where a.id = e.subject))
                        from events.cursors c where c.consumer = (select min(x.consumer) from events.cursors x)
                        """),
                one("select count(*) from events.cursors where position > (select max(position) from events.log)"));
    }

    /** How many of the accounts the query does not count exactly once. */
    private long others(String sql, Map<String, String> names) throws SQLException {
        Set<String> once = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                if (row.getLong(2) == 1) {
                    once.add(row.getString(1));
                }
            }
        }
        return names.keySet().stream().filter(it -> !once.contains(it)).count();
    }

    private long one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
