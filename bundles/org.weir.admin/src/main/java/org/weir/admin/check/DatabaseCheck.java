package org.weir.admin.check;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/** Whether the database answers. */
@Component
public final class DatabaseCheck implements HealthCheck {
    private final Database database;

    @Activate
    public DatabaseCheck(@Reference(target = "(schema=admin)") Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Text title() {
        return Text.of("health.database");
    }

    @Override
    public Result check() {
        long begin = System.nanoTime();
        database.<Long, RuntimeException>read(handle -> handle.createQuery("select count(*) from admin.wanted")
                .mapTo(Long.class)
                .one());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        String product = database.dialect() == Dialect.HSQLDB ? "HSQLDB" : "PostgreSQL";
        Text words = Text.of("health.database.answers", product, millis);
        return millis > 1000 ? Result.warn(words) : Result.good(words);
    }
}
