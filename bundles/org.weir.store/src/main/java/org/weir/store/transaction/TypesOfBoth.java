package org.weir.store.transaction;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.weir.store.api.Dialect;

/**
 * Values that both databases keep alike: UUID, Instant (UTC, microseconds), LocalDate, arrays. Jdbi's own bindings go
 * through java.sql.Date and its calendar.
 */
final class TypesOfBoth implements JdbiPlugin {
    private final Dialect dialect;

    TypesOfBoth(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new OfUuid(dialect == Dialect.POSTGRESQL ? Types.OTHER : Types.BINARY));
        jdbi.registerArgument(new OfInstant());
        jdbi.registerArgument(new OfDate());
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

    private static final class OfUuid extends AbstractArgumentFactory<UUID> {
        OfUuid(int typeOfNull) {
            super(typeOfNull);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }

    private static final class OfInstant extends AbstractArgumentFactory<Instant> {
        OfInstant() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            OffsetDateTime utc = value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            return (position, statement, context) -> statement.setObject(position, utc);
        }
    }

    private static final class OfDate extends AbstractArgumentFactory<LocalDate> {
        OfDate() {
            super(Types.DATE);
        }

        @Override
        protected Argument build(LocalDate value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }
}
