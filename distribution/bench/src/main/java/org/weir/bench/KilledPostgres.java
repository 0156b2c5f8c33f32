package org.weir.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that writes durably, whose processes can all be killed at once, and that starts again with its data. */
final class KilledPostgres implements AutoCloseable {
    private final Path folder;
    private final int port = Suite.freePort();
    private EmbeddedPostgres postgres;
    private boolean killed;

    KilledPostgres(Path folder) throws IOException {
        this.folder = folder;
        this.postgres = start();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setPort(port)
                .start();
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    Map<String, String> environment() {
        return Map.of("WEIR_DB_URL", url(), "WEIR_DB_USER", "postgres", "WEIR_DB_PASSWORD", "postgres");
    }

    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(server));
        all.addAll(server.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(it -> it.onExit().join());
        killed = true;
    }

    void startIfKilled() throws IOException {
        if (killed) {
            try {
                postgres.close();
            } catch (IOException | RuntimeException e) {
                // it is not there to be stopped any more
            }
            postgres = start();
            killed = false;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
