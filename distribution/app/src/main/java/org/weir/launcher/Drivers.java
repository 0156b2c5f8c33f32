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

/** Tries to reach a PostgreSQL without starting anything, with the driver that the installation brings. */
final class Drivers {
    private final Path system;

    Drivers(Path system) {
        this.system = system;
    }

    /** @param found gets a sentence for everything that is wrong */
    void tryOut(String url, Properties store, List<String> found) {
        try (URLClassLoader loader = loader()) {
            Driver driver = (Driver) loader.loadClass("org.postgresql.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
            Properties properties = new Properties();
            properties.setProperty("user", orElse(store.getProperty("user"), "weir"));
            properties.setProperty("password", store.getProperty("password", ""));
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("socketTimeout", "10");
            try (Connection connection = driver.connect(url, properties)) {
                if (connection == null) {
                    found.add("The address of the database, " + url + ", is not understood.");
                } else {
                    look(connection, found);
                }
            }
        } catch (SQLException e) {
            found.add("The database " + url + " cannot be used: " + e.getMessage());
        } catch (IOException
                | ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            found.add("The driver for PostgreSQL is missing from " + system + ": " + e + ".");
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

    private URLClassLoader loader() throws IOException {
        try (Stream<Path> jars = Files.list(system)) {
            Path jar = jars.filter(it -> it.getFileName().toString().contains("postgresql"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no file *postgresql*.jar"));
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Drivers.class.getClassLoader());
        }
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }
}
