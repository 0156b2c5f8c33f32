package org.weir.partner.gallery.watch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.weir.store.api.Database;

/** How many meters there are, for those who look at the whole; no person's rights are asked. */
final class MeterCounts {
    private final Database database;

    MeterCounts(Database database) {
        this.database = database;
    }

    long all() {
        return database.read(handle -> handle.createQuery("select count(*) from gallery.meter")
                .mapTo(Long.class)
                .one());
    }

    long overdue() {
        return database.read(handle -> handle.createQuery("select count(*) from gallery.meter where due_on < :today")
                .bind("today", LocalDate.now(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
    }
}
