package org.weir.testkit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One real PostgreSQL for the whole test process; databases are copies of a template with the schemas in place. */
final class Postgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();

    private Postgres() {}

    /** A copy of the template of that name, made by {@code fill} (which gets the address) when it is first asked for. */
    static String database(String template, Consumer<String> fill) {
        String source = TEMPLATES.computeIfAbsent(template, it -> {
            String name = "template_" + COUNT.incrementAndGet();
            run("create database " + name);
            fill.accept(url(name));
            return name;
        });
        String name = "test_" + COUNT.incrementAndGet();
        run("create database " + name + " template " + source);
        return name;
    }

    static String url(String database) {
        return Server.RUNNING.getJdbcUrl("postgres", database);
    }

    static void drop(String database) {
        run("drop database if exists " + database + " with (force)");
    }

    private static void run(String sql) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private Server() {}

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
