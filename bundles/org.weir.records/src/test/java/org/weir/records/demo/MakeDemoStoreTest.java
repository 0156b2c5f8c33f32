package org.weir.records.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Demo;
import org.weir.records.api.Draft;
import org.weir.records.sample.World;
import org.weir.testkit.OpenGate;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class MakeDemoStoreTest {
    private record Made(World world, String name, int order, List<String> log, boolean fails) implements Demo {
        @Override
        public Set<String> needs() {
            return Set.of(name.equals("early") ? "not-there-yet" : "company");
        }

        @Override
        public void make(Actor system) {
            log.add(name);
            world.records.create(system, Draft.create("company", Map.of("name", name)));
            if (fails) {
                throw new IllegalStateException("no demo");
            }
        }
    }

    @OnEachDatabase
    void demos_are_made_once_in_order_and_whole(TestDatabase databases) {
        World world = new World(databases);
        List<String> log = new ArrayList<>();
        Access access = (Access) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Access.class}, (proxy, method, arguments) -> world.system);
        MakeDemo demos = new MakeDemo(world.kit, access, new OpenGate(), false, () -> false);
        demos.add(new Made(world, "second", 20, log, false));
        demos.add(new Made(world, "first", 10, log, false));
        demos.add(new Made(world, "broken", 30, log, true));
        demos.add(new Made(world, "after", 40, log, false));
        demos.makeAll();
        assertEquals(List.of("first", "second", "broken"), log);
        assertEquals(2, world.found("company", "").size());
        demos.makeAll();
        assertEquals(List.of("first", "second", "broken", "broken"), log);
        assertEquals(2, world.found("company", "").size());
    }

    /** Makes a record whose number somebody else was faster to take; the next time he looks first. */
    private static final class Beaten implements Demo {
        private final World world;
        private int times;

        private Beaten(World world) {
            this.world = world;
        }

        @Override
        public String name() {
            return "beaten";
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Set<String> needs() {
            return Set.of("company");
        }

        @Override
        public void make(Actor system) {
            times++;
            world.records.create(system, Draft.create("company", Map.of("name", "Half " + times)));
            if (times == 1) {
                throw ProblemException.conflict(Text.of("taken"));
            }
        }
    }

    @OnEachDatabase
    void a_demo_that_lost_against_somebody_is_made_anew_and_nothing_twice(TestDatabase databases) {
        World world = new World(databases);
        Access access = (Access) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Access.class}, (proxy, method, arguments) -> world.system);
        MakeDemo demos = new MakeDemo(world.kit, access, new OpenGate(), false, () -> false);
        demos.add(new Beaten(world));
        demos.makeAll();
        assertEquals(Set.of("Half 2"), world.found("company", ""));
    }

    @OnEachDatabase
    void a_demo_waits_until_its_record_types_are_there(TestDatabase databases) {
        World world = new World(databases);
        List<String> log = new ArrayList<>();
        Access access = (Access) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Access.class}, (proxy, method, arguments) -> world.system);
        MakeDemo demos = new MakeDemo(world.kit, access, new OpenGate(), false, () -> false);
        demos.add(new Made(world, "first", 10, log, false));
        demos.add(new Made(world, "early", 20, log, false));
        demos.add(new Made(world, "after", 30, log, false));
        demos.makeAll();
        assertEquals(List.of("first"), log);
    }
}
