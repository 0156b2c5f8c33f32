package org.weir.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reaches a database without starting anything, with the driver that the installation brings. */
final class Drivers {
    private final Path system;

    Drivers(Path system) {
        this.system = system;
    }

    /** @param found gets a sentence for everything that is wrong */
    void tryOut(String url, Properties store, List<String> found) {
        Properties properties = properties(store, "weir");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        try (Opened opened = open("postgresql", "org.postgresql.Driver", url, properties)) {
            look(opened.connection(), found);
        } catch (SQLException e) {
            found.add("The database " + url + " cannot be used: " + e.getMessage());
        } catch (CannotStart e) {
            found.add(String.valueOf(e.getMessage()));
        }
    }

    /** Opens an embedded database; whoever closes it has shut it down before. */
    Opened hsqldb(String url, Properties store) throws CannotStart, SQLException {
        return open("hsqldb", "org.hsqldb.jdbc.JDBCDriver", url, properties(store, "SA"));
    }

    /** A connection and the classes it lives from. */
    record Opened(Connection connection, URLClassLoader loader) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try (loader) {
                connection.close();
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }
    }

    private static Properties properties(Properties store, String user) {
        Properties properties = new Properties();
        properties.setProperty("user", orElse(store.getProperty("user"), user));
        properties.setProperty("password", store.getProperty("password", ""));
        return properties;
    }

    private Opened open(String jar, String name, String url, Properties properties) throws CannotStart, SQLException {
        try {
            URLClassLoader loader = loader(jar);
            Connection connection = null;
            try {
                Driver driver =
                        (Driver) loader.loadClass(name).getDeclaredConstructor().newInstance();
                connection = driver.connect(url, properties);
            } finally {
                if (connection == null) {
                    loader.close();
                }
            }
            if (connection == null) {
                throw new CannotStart("The address of the database, " + url + ", is not understood.");
            }
            return new Opened(connection, loader);
        } catch (IOException
                | ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new CannotStart("The driver " + name + " is missing from " + system + ": " + e + ".");
        }
    }

    private static void look(Connection connection, List<String> found) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select has_database_privilege(current_database(), 'CREATE'), current_user")) {
                row.next();
                if (!row.getBoolean(1)) {
                    found.add("The user " + row.getString(2) + " may not create schemas in the database.");
                }
            }
            try (ResultSet row = statement.executeQuery("select to_regclass('store.restoring') is not null")) {
                row.next();
                if (row.getBoolean(1)) {
                    found.add("An archive was being restored into the database and that did not end; empty it and"
                            + " restore again.");
                }
            }
        }
    }

    private URLClassLoader loader(String name) throws IOException {
        try (Stream<Path> jars = Files.list(system)) {
            Path jar = jars.filter(it -> it.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no file " + name + "*.jar"));
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Drivers.class.getClassLoader());
        }
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }
}
