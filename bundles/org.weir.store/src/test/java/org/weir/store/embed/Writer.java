package org.weir.store.embed;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;
import org.weir.store.connection.Settings;
import org.weir.store.schema.MigrationFile;

/** A process that writes as fast as it can and says on its output what has been acknowledged, until it is killed. */
final class Writer {
    static final List<MigrationFile> MIGRATIONS = List.of(new MigrationFile("V1__kept.sql", """
            create table kill.kept (
              id uuid not null primary key,
              body varchar(5000) not null
            );
            create index kept_body on kill.kept (body);
            create table kill.totals (
              thread integer not null primary key,
              written bigint not null
            );
            """));

    private static final int THREADS = 4;
    private static final String BODY = "x".repeat(500);

    private Writer() {}

    public static void main(String[] args) throws Exception {
        Store store = Store.open(Settings.of(args[0], "SA", ""));
        Database database = store.migrated("kill", MIGRATIONS);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> write(database, number, out)).start();
        }
        while (true) {
            Thread.sleep(150);
            database.perform(handle -> handle.execute("checkpoint"));
        }
    }

    private static void write(Database database, int thread, PrintStream out) {
        while (true) {
            UUID id = Ids.next();
            database.perform(handle -> {
                handle.createUpdate("insert into kill.kept (id, body) values (:id, :body)")
                        .bind("id", id)
                        .bind("body", id + BODY)
                        .execute();
                int known = handle.createUpdate("update kill.totals set written = written + 1 where thread = :t")
                        .bind("t", thread)
                        .execute();
                if (known == 0) {
                    handle.createUpdate("insert into kill.totals (thread, written) values (:t, 1)")
                            .bind("t", thread)
                            .execute();
                }
            });
            out.println(id);
        }
    }
}
