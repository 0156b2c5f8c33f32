package org.weir.delivery.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.base.api.Text;
import org.weir.delivery.House;
import org.weir.delivery.planning.Plan;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "delivery"})
final class PlanInBackgroundStoreTest {
    /** Keeps what was written down, to be run by the test. */
    private static final class Kept implements Jobs, Jobs.Progress {
        private final List<Map<String, String>> inputs = new ArrayList<>();
        private final List<Long> steps = new ArrayList<>();
        private boolean cancelled;

        @Override
        public UUID submit(Text title, UUID owner, Body body) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UUID enqueue(
                String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore) {
            assertEquals(PlanInBackground.NAME, kind);
            inputs.add(input);
            return jobId();
        }

        @Override
        public Optional<Job> find(UUID id) {
            return Optional.empty();
        }

        @Override
        public List<Job> ofOwner(UUID owner, int limit) {
            return List.of();
        }

        @Override
        public List<Job> newest(Set<State> states, int limit) {
            return List.of();
        }

        @Override
        public void retry(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(UUID id) {
            cancelled = true;
        }

        @Override
        public UUID jobId() {
            return Ids.next();
        }

        @Override
        public void step(long done, long total, Text message) {
            if (cancelled) {
                throw new CancelledException();
            }
            steps.add(done);
        }
    }

    private static Text work(House house, Kept jobs) {
        return new PlanInBackground(house.records, house.access, house.calendars(), house.database)
                .run(jobs.inputs.get(0), jobs);
    }

    private static Row project(House house) {
        for (String skill : List.of("planning", "survey", "logistics", "civil", "installation", "commissioning")) {
            house.make("crew", "name", skill + " 1", "skill", skill, "region", "africa", "capacity", 4);
        }
        Row contract = house.contract(house.account("Meridian", "s"), 9, "Urban macro");
        return house.makeProject().of(contract.id()).project();
    }

    private static Action.Done run(House house, Kept jobs, Row project, long atOnce) {
        Action plan = new PlanFirst(house.records, house.access, house.calendars(), house.database, jobs, atOnce);
        return plan.run(new Action.Call(house.system, List.of(project), null, new Action.NoInput()));
    }

    private static long dated(House house, Row project) {
        return house.all("task", "project==" + project.id()).stream()
                .filter(it -> it.get("plannedStart") != null)
                .count();
    }

    @OnEachDatabase
    void a_small_plan_is_there_at_once_and_a_large_one_comes_with_a_job(TestDatabase databases) {
        House house = new House(databases);
        Kept jobs = new Kept();
        Row project = project(house);
        Action.Done started = run(house, jobs, project, 55);
        assertNotNull(started.job());
        assertEquals(0, dated(house, project));
        Text outcome = work(house, jobs);
        assertEquals("delivery.plan.planned", outcome.key());
        assertEquals(56, dated(house, project));
        assertFalse(jobs.steps.isEmpty());
        assertTrue(jobs.steps.stream().allMatch(it -> it >= 0 && it <= 100), jobs.steps::toString);
        assertEquals(jobs.steps.stream().sorted().toList(), jobs.steps);
        assertNull(run(house, jobs, house.again(project), 56).job());
    }

    @OnEachDatabase
    void a_plan_that_is_cancelled_has_written_nothing(TestDatabase databases) {
        House house = new House(databases);
        Kept jobs = new Kept();
        Row project = project(house);
        run(house, jobs, project, 1);
        jobs.cancel(jobs.jobId());
        assertThrows(Jobs.CancelledException.class, () -> work(house, jobs));
        assertEquals(0, dated(house, project));
    }

    @OnEachDatabase
    void a_plan_found_for_tasks_that_people_changed_since_is_not_written_even_in_part(TestDatabase databases) {
        House house = new House(databases);
        Row project = project(house);
        Plan plan = house.together().anew(Set.of(project.id()));
        Row last = house.all("task", "project==" + project.id()).get(55);
        house.change(last, "name", "Something else");
        assertThrows(Records.StaleException.class, () -> house.together().write(plan));
        assertEquals(0, dated(house, project));
    }
}
