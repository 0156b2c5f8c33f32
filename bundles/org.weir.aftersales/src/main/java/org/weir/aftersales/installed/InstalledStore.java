package org.weir.aftersales.installed;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Reads the installed base where only figures are wanted. */
public final class InstalledStore {
    private final Database database;

    public InstalledStore(Database database) {
        this.database = database;
    }

    /** How much of a customer's is in service; {@code ending} counts systems whose warranty ends in the period. */
    public record Figures(long systems, long units, long ending) {}

    Optional<UUID> accountOf(UUID system) {
        return database.read(
                handle -> handle.createQuery("select account from aftersales.installed_system where id = :system")
                        .bind("system", system)
                        .mapTo(UUID.class)
                        .findOne());
    }

    Optional<UUID> siteOf(UUID system) {
        return database.read(handle -> handle.createQuery(
                        "select site from aftersales.installed_system where id = :system and site is not null")
                .bind("system", system)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Whether another unit of the same item is in service under the same serial number. */
    boolean inService(Row unit) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from aftersales.unit
                        where serial = :serial and item_code = :item and state = 'in-service' and id <> :id
                        """)
                        .bind("serial", unit.text("serial"))
                        .bind("item", unit.text("itemCode"))
                        .bind("id", unit.id())
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    public Figures figures(UUID account, LocalDate from, LocalDate to) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) as systems,
                          coalesce(sum(case when warranty_until between :from and :to then 1 else 0 end), 0) as ending,
                          (select count(*) from aftersales.unit u where u.account = :account and u.state = 'in-service')
                            as units
                        from aftersales.installed_system where account = :account and state <> 'retired'
                        """)
                .bind("account", account)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Figures(row.getLong("systems"), row.getLong("units"), row.getLong("ending")))
                .one());
    }
}
