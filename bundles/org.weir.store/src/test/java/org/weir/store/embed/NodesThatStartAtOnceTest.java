package org.weir.store.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.weir.store.api.Database;
import org.weir.store.connection.Settings;
import org.weir.store.schema.MigrationFile;

/** Several nodes find the same empty PostgreSQL at the same moment. */
@SuppressWarnings("try")
final class NodesThatStartAtOnceTest {
    private static final int NODES = 4;
    private static final int SCHEMAS = 4;

    @Test
    void each_schema_is_made_once_and_every_node_works() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            Settings settings = Settings.of(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
            ExecutorService nodes = Executors.newFixedThreadPool(NODES);
            List<Callable<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                starts.add(() -> start(settings));
            }
            for (Future<Integer> started : nodes.invokeAll(starts)) {
                assertEquals(SCHEMAS, started.get());
            }
            nodes.shutdown();
        }
    }

    private static int start(Settings settings) throws Exception {
        int rows = 0;
        try (Store store = Store.open(settings)) {
            for (int i = 0; i < SCHEMAS; i++) {
                String name = "part" + i;
                Database database = store.migrated(
                        name,
                        List.of(new MigrationFile(
                                "V1__once.sql",
                                "create table " + name + ".once (n integer not null primary key);" + " insert into "
                                        + name + ".once (n) values (1);")));
                rows += database.read(handle -> handle.createQuery("select count(*) from " + name + ".once")
                        .mapTo(Integer.class)
                        .one());
            }
        }
        return rows;
    }
}
