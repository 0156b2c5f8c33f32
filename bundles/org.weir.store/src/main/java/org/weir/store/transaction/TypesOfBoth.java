package org.weir.store.transaction;

import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Dialect;

/** Values that both databases keep alike: UUID, Instant (UTC, microseconds), LocalDate, arrays. */
final class TypesOfBoth implements JdbiPlugin {
    private final int nullOfUuid;

    TypesOfBoth(Dialect dialect) {
        this.nullOfUuid = dialect == Dialect.POSTGRESQL ? Types.OTHER : Types.BINARY;
    }

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new Binding(UUID.class, nullOfUuid, value -> value));
        jdbi.registerArgument(new Binding(Instant.class, Types.TIMESTAMP_WITH_TIMEZONE, TypesOfBoth::inUtc));
        jdbi.registerArgument(new Binding(LocalDate.class, Types.DATE, value -> value));
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "varchar");
        jdbi.registerArrayType(Integer.class, "integer");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerColumnMapper(UUID.class, column(UUID.class));
        jdbi.registerColumnMapper(LocalDate.class, column(LocalDate.class));
        jdbi.registerColumnMapper(Instant.class, (row, number, context) -> {
            OffsetDateTime value = row.getObject(number, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        });
    }

    private static <T> ColumnMapper<T> column(Class<T> type) {
        return (row, number, context) -> row.getObject(number, type);
    }

    private static Object inUtc(Object value) {
        return ((Instant) value).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private record Binding(Class<?> type, int sqlType, UnaryOperator<Object> toSql) implements ArgumentFactory {
        @Override
        public Optional<Argument> build(Type declared, @Nullable Object value, ConfigRegistry config) {
            boolean ours = type.equals(declared) || type.isInstance(value);
            return ours
                    ? Optional.of((position, statement, context) -> set(position, statement, value))
                    : Optional.empty();
        }

        private void set(int position, PreparedStatement statement, @Nullable Object value) throws SQLException {
            if (value == null) {
                statement.setNull(position, sqlType);
            } else {
                statement.setObject(position, toSql.apply(value));
            }
        }
    }
}
