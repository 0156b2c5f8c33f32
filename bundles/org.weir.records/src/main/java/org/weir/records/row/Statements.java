package org.weir.records.row;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs {@link Sql} on a connection, without any layer between, because everything hot passes here. */
public final class Statements {
    private static final int FETCH = 500;

    private Statements() {}

    /** Reads one thing from the present row of a result. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public static <T> List<T> query(Handle handle, Sql sql, Reader<T> reader) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql.text())) {
            statement.setFetchSize(FETCH);
            bind(statement, sql.arguments());
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new StatementFailed(sql, e);
        }
    }

    public static <T> @Nullable T first(Handle handle, Sql sql, Reader<T> reader) {
        List<T> all = query(handle, sql, reader);
        return all.isEmpty() ? null : all.get(0);
    }

    /** How many rows come; none of them is kept. */
    public static int count(Handle handle, Sql sql) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql.text())) {
            bind(statement, sql.arguments());
            try (ResultSet rows = statement.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        } catch (SQLException e) {
            throw new StatementFailed(sql, e);
        }
    }

    public static boolean any(Handle handle, Sql sql) {
        return first(handle, sql, it -> true) != null;
    }

    public static int update(Handle handle, Sql sql) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql.text())) {
            bind(statement, sql.arguments());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StatementFailed(sql, e);
        }
    }

    /** Runs statements of one text and many arguments at once. @return how many rows each of them changed */
    public static int[] updateAll(Handle handle, List<Sql> all) {
        if (all.size() == 1) {
            return new int[] {update(handle, all.get(0))};
        }
        if (all.isEmpty()) {
            return new int[0];
        }
        String text = all.get(0).text();
        try (PreparedStatement statement = handle.getConnection().prepareStatement(text)) {
            for (Sql each : all) {
                if (!each.text().equals(text)) {
                    throw new IllegalArgumentException("not of one text: " + text + " and " + each);
                }
                bind(statement, each.arguments());
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new StatementFailed(all.get(0), e);
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> arguments) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            Object value = arguments.get(i);
            if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Null empty) {
                statement.setNull(i + 1, empty.sqlType());
            } else if (value instanceof Collection<?> many) {
                Array array = statement.getConnection().createArrayOf("uuid", many.toArray());
                statement.setArray(i + 1, array);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** An empty value of a column. */
    public record Null(int sqlType) {
        public static final Null TEXT = new Null(Types.VARCHAR);
    }
}
