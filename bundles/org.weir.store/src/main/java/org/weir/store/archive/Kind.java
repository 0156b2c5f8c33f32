package org.weir.store.archive;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Archives.Refused;

/** The types of columns, each with the one text that a value has in an archive, whichever database it comes from. */
enum Kind {
    UUID_ {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            UUID value = row.getObject(column, UUID.class);
            return value == null ? null : value.toString();
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setObject(place, UUID.fromString(text));
        }
    },
    TEXT {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setString(place, text);
        }
    },
    WHOLE {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : Long.toString(value);
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setLong(place, Long.parseLong(text));
        }
    },
    DECIMAL {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            BigDecimal value = row.getBigDecimal(column);
            return value == null ? null : value.toPlainString();
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setBigDecimal(place, new BigDecimal(text));
        }
    },
    FLOATING {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? null : Double.toString(value);
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setDouble(place, Double.parseDouble(text));
        }
    },
    TRUTH {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : Boolean.toString(value);
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setBoolean(place, Boolean.parseBoolean(text));
        }
    },
    DAY {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            LocalDate value = row.getObject(column, LocalDate.class);
            return value == null ? null : value.toString();
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setObject(place, LocalDate.parse(text));
        }
    },
    MOMENT {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant().toString();
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setObject(place, Instant.parse(text).atOffset(ZoneOffset.UTC));
        }
    },
    LOCAL_TIME {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            LocalDateTime value = row.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toString();
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setObject(place, LocalDateTime.parse(text));
        }
    },
    BYTES {
        @Override
        @Nullable
        String read(ResultSet row, int column) throws SQLException {
            byte[] value = row.getBytes(column);
            return value == null ? null : Base64.getEncoder().encodeToString(value);
        }

        @Override
        void set(PreparedStatement statement, int place, String text) throws SQLException {
            statement.setBytes(place, Base64.getDecoder().decode(text));
        }
    };

    abstract @Nullable String read(ResultSet row, int column) throws SQLException;

    abstract void set(PreparedStatement statement, int place, String text) throws SQLException;

    /** @param name how the database calls the type of the column */
    static Kind of(String column, int type, String name) throws Refused {
        String low = name.toLowerCase(Locale.ROOT);
        if (low.equals("uuid")) {
            return UUID_;
        } else if (low.equals("timestamptz")) {
            return MOMENT;
        }
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR -> TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FLOATING;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.TIMESTAMP -> LOCAL_TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default ->
                throw new Refused("The column " + column + " has the type " + name + ", which no archive can hold.");
        };
    }
}
