package org.weir.store.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.Ids;
import org.weir.store.api.Archives.Progress;
import org.weir.store.api.Database;
import org.weir.store.connection.Settings;
import org.weir.store.embed.Store;
import org.weir.store.schema.MigrationFile;

/** More rows than fit into the memory of the process that writes and reads them. */
final class LargeArchiveTest {
    private static final int ROWS = 300_000;

    @Test
    void three_hundred_thousand_rows_go_through_a_small_heap(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx72m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Large.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    /** 300,000 rows of some 250 bytes: more than 100 MB in memory. */
    @SuppressWarnings("try")
    static final class Large {
        private static final Progress SILENT = (what, done, total) -> {};
        private static final List<MigrationFile> SCHEMA = List.of(new MigrationFile(
                "V1__row.sql", "create table large.line (id uuid not null primary key, body varchar(1000));"));

        private Large() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Path file = folder.resolve("large.zip");
            try (Store store = Store.open(at(folder.resolve("one")))) {
                Database database = store.migrated("large", SCHEMA);
                for (int done = 0; done < ROWS; done += 20_000) {
                    database.perform(handle -> {
                        PreparedBatch batch = handle.prepareBatch("insert into large.line (id, body) values (:i, :b)");
                        for (int i = 0; i < 20_000; i++) {
                            batch.bind("i", Ids.next())
                                    .bind("b", "x".repeat(250))
                                    .add();
                        }
                        batch.execute();
                    });
                }
                store.archives("1", Map::of).write(file, Map.of(), SILENT);
            }
            try (Store store = Store.open(at(folder.resolve("two")))) {
                long rows = store.archives("1", Map::of)
                        .restore(file, Map.of(), SILENT)
                        .rows();
                System.exit(rows == ROWS ? 0 : 1);
            }
        }

        private static Settings at(Path folder) {
            return Settings.of("jdbc:hsqldb:file:" + folder.resolve("weir"), "SA", "");
        }
    }
}
