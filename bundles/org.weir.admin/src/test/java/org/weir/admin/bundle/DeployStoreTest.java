package org.weir.admin.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("admin")
@SuppressWarnings("NullAway.Init")
final class DeployStoreTest {
    @TempDir
    Path folder;

    private final UUID node = UUID.randomUUID();
    private DeployStore store;

    @BeforeEach
    void open(TestDatabase databases) {
        store = new DeployStore(databases.schema("admin"), Clock.systemUTC());
    }

    private Jar kept(String version) throws IOException {
        Path file = Jars.bundle(folder, "org.example.one", version, Map.of());
        Jar jar = new ReadJar(new ReadJar.Limits(512, null)).read(file, "one.jar");
        store.keep(jar, file);
        return jar;
    }

    @OnEachDatabase
    void a_large_jar_comes_back_byte_by_byte() throws IOException {
        byte[] noise = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(noise);
        Path file = Files.write(folder.resolve("noise"), noise);
        String sha = ReadJar.sha(file);
        Jar jar = new Jar(sha, "a", "1.0.0", "", noise.length, "a.jar", "", "", "", List.of());
        store.keep(jar, file);
        store.keep(jar, file);
        Path back = folder.resolve("back");
        assertTrue(store.write(sha, back));
        assertEquals(-1, Files.mismatch(file, back));
        assertFalse(store.write("0".repeat(64), folder.resolve("none")));
    }

    @OnEachDatabase
    void of_two_changes_decided_on_the_same_revision_one_wins() throws IOException {
        Jar one = kept("1.0.0");
        assertEquals(Optional.of(1L), store.want(one.name(), 0, one.sha(), null, true, node));
        assertEquals(Optional.empty(), store.want(one.name(), 0, one.sha(), null, true, node));
        assertEquals(Optional.of(2L), store.want(one.name(), 1, null, one.sha(), true, node));
        assertEquals(Optional.empty(), store.want(one.name(), 1, one.sha(), null, true, node));
        assertTrue(store.wanted(one.name()).orElseThrow().trying());
        store.settle(one.name(), 1);
        assertTrue(store.wanted(one.name()).orElseThrow().trying());
        store.settle(one.name(), 2);
        assertFalse(store.wanted(one.name()).orElseThrow().trying());
        assertEquals(one.sha(), store.wanted(one.name()).orElseThrow().previous());
    }

    @OnEachDatabase
    void what_was_done_is_told_newest_first() throws IOException {
        Jar one = kept("1.0.0");
        Jar two = kept("2.0.0");
        store.note(store.deployment("Petra", one.name(), null, one.sha(), "done", ""));
        store.note(store.deployment("Petra", one.name(), one.sha(), two.sha(), "undone", "it failed"));
        List<DeployStore.Deployment> told = store.deployments(10);
        assertEquals(
                List.of("2.0.0", "1.0.0"),
                told.stream().map(it -> it.toVersion()).toList());
        assertEquals("1.0.0", told.get(0).fromVersion());
        assertEquals("", told.get(1).fromVersion());
        assertEquals("it failed", told.get(0).reason());
    }

    @OnEachDatabase
    void jars_that_nobody_wants_any_more_are_forgotten_but_not_the_way_back() throws IOException {
        List<Jar> jars = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            jars.add(kept("1.0." + i));
        }
        store.want("org.example.one", 0, jars.get(1).sha(), jars.get(0).sha(), false, node);
        store.sweep("org.example.one");
        assertTrue(store.jar(jars.get(0).sha()).isPresent());
        assertTrue(store.jar(jars.get(1).sha()).isPresent());
        assertTrue(store.jar(jars.get(2).sha()).isEmpty());
        assertFalse(store.write(jars.get(2).sha(), folder.resolve("gone")));
        assertTrue(store.jar(jars.get(8).sha()).isPresent());
    }
}
