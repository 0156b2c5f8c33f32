package org.weir.delivery.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanProjectsTest {
    private static final Effort SOME = Effort.evaluations(7, 1000);

    private final PlanProjects planner = new PlanProjects();

    @Test
    void tiny_problems_are_planned_as_well_as_by_trying_everything() {
        SplittableRandom chance = new SplittableRandom(20261122);
        for (int i = 0; i < 150; i++) {
            Problem problem = tiny(chance, 2, 0);
            Solution solution = checked(problem);
            assertEquals(best(problem, solution), cost(solution), "problem " + i);
            assertTrue(solution.lowerBound() <= solution.makespan());
        }
    }

    @Test
    void tiny_problems_with_all_links_and_overlaps_are_never_planned_better_than_possible_and_mostly_best() {
        SplittableRandom chance = new SplittableRandom(44);
        int best = 0;
        for (int i = 0; i < 100; i++) {
            Problem problem = tiny(chance, 4, -1);
            Solution solution = checked(problem);
            long least = best(problem, solution);
            assertTrue(least <= cost(solution), "problem " + i);
            best += least == cost(solution) ? 1 : 0;
        }
        assertTrue(best >= 95, () -> "only some are best");
    }

    private Solution checked(Problem problem) {
        Solution solution = planner.plan(problem, SOME);
        assertEquals(List.of(), Faults.of(problem, solution), solution::toString);
        assertExplained(solution);
        return solution;
    }

    private static long cost(Solution solution) {
        return solution.tardiness() * 1000 + solution.makespan();
    }

    private static long best(Problem problem, Solution solution) {
        return BruteForce.best(problem, solution.makespan() + 5);
    }

    private static Problem tiny(SplittableRandom chance, int linkTypes, int leastLag) {
        int[] days = new int[7];
        int[] crew = new int[7];
        for (int i = 0; i < 7; i++) {
            days[i] = i == 0 || chance.nextInt(4) > 0 ? 1 : 0;
            crew[i] = i == 0 ? 2 : chance.nextInt(3);
        }
        Problem.Builder builder = Problem.builder()
                .goal(new Goal("north", 1 + chance.nextInt(3), 3 + chance.nextInt(5)))
                .goal(new Goal("south", 1, null))
                .calendar("days", Profile.of(days, 7))
                .resource("crew", Profile.of(crew, 7))
                .resource("lift", Profile.always(1));
        int size = 3 + chance.nextInt(2);
        for (int i = 0; i < size; i++) {
            Activity activity = Activity.of("" + i, chance.nextInt(2) == 0 ? "north" : "south", chance.nextInt(4))
                    .on(chance.nextInt(2) == 0 ? "days" : null)
                    .needs("crew", chance.nextInt(3))
                    .notBefore(chance.nextInt(3) == 0 ? chance.nextInt(4) : 0);
            builder.activity(chance.nextInt(3) == 0 ? activity.needs("lift", 1) : activity);
            if (i > 0 && chance.nextInt(3) > 0) {
                LinkType type = List.of(
                                LinkType.FINISH_START,
                                LinkType.START_START,
                                LinkType.FINISH_FINISH,
                                LinkType.START_FINISH)
                        .get(chance.nextInt(linkTypes));
                builder.link("" + chance.nextInt(i), "" + i, type, leastLag + chance.nextInt(3));
            }
        }
        return builder.build();
    }

    /** Waits follow each other without gaps from 0 to the start. */
    private static void assertExplained(Solution solution) {
        for (Placed placed : solution.placed()) {
            int at = 0;
            for (Wait wait : placed.waits()) {
                assertEquals(at, wait.from());
                at = wait.until();
            }
            assertEquals(at, placed.start(), placed::toString);
        }
    }

    @Test
    void the_same_seed_and_number_of_schedules_give_the_same_plan() {
        Problem problem = twelveSites();
        Solution once = planner.plan(problem, Effort.evaluations(3, 6000));
        assertEquals(once, planner.plan(problem, Effort.evaluations(3, 6000)));
        assertTrue(once.evaluations() >= 6000 || once.optimal());
    }

    @Test
    void twelve_sites_over_two_crews_keep_links_capacity_and_days_off() {
        Problem problem = twelveSites();
        Solution solution = planner.plan(problem, Effort.evaluations(1, 4000));
        assertEquals(List.of(), Faults.of(problem, solution));
        assertExplained(solution);
        for (List<String> chain : solution.criticalPaths().values()) {
            assertTrue(solution.placed(chain.get(0)).waits().stream().allMatch(it -> it.activity() == null));
        }
    }

    private static Problem twelveSites() {
        int[] week = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0};
        int[] crew = {2, 2, 2, 2, 2, 2, 0, 0, 2, 2, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0};
        Problem.Builder builder = Problem.builder()
                .goal(new Goal("meridian", 5, 60))
                .goal(new Goal("nordlicht", 1, 30))
                .calendar("week", Profile.of(week, 14))
                .resource("crew", Profile.of(crew, 14))
                .resource("tester", Profile.of(week, 14));
        for (int i = 0; i < 12; i++) {
            String project = i < 8 ? "meridian" : "nordlicht";
            builder.activity(Activity.of("survey " + i, project, 2).on("week"))
                    .activity(Activity.of("install " + i, project, 4 + i % 3)
                            .on("week")
                            .needs("crew", 1))
                    .activity(Activity.of("test " + i, project, 2).on("week").needs("tester", 1))
                    .link("survey " + i, "install " + i, LinkType.FINISH_START, 2)
                    .link("install " + i, "test " + i, LinkType.FINISH_START, 0);
        }
        return builder.build();
    }

    @Test
    void the_reason_of_a_wait_is_the_predecessor_with_its_lag_then_the_day_off_then_the_crew() {
        Problem problem = Problem.builder()
                .calendar("week", Profile.of(new int[] {1, 1, 1, 0, 1, 1, 1, 1}, 1))
                .resource("crew", Profile.always(1))
                .activity(Activity.of("pour", "p", 2).on("week"))
                .activity(Activity.of("mast", "p", 2).on("week").needs("crew", 1))
                .activity(
                        Activity.of("fence", "p", 3).on("week").needs("crew", 1).pinnedAt(2))
                .link("pour", "mast", LinkType.FINISH_START, 1)
                .build();
        Placed mast = planner.plan(problem, SOME).placed("mast");
        assertEquals(
                List.of(
                        new Wait(
                                Wait.Kind.PREDECESSOR,
                                0,
                                3,
                                "pour",
                                null,
                                problem.links().get(0)),
                        new Wait(Wait.Kind.OFF, 3, 4, null, null, null),
                        new Wait(Wait.Kind.RESOURCE, 4, 6, "fence", "crew", null)),
                mast.waits());
        assertEquals(
                List.of("fence", "mast"),
                planner.plan(problem, SOME).criticalPaths().get("p"));
    }

    @Test
    void work_pauses_on_the_crews_days_off() {
        Problem problem = Problem.builder()
                .resource("crew", Profile.of(new int[] {1, 1, 0, 0, 1, 1}, 6))
                .activity(Activity.of("mast", "p", 3).needs("crew", 1).notBefore(1))
                .build();
        Placed mast = planner.plan(problem, SOME).placed("mast");
        assertEquals(1, mast.start());
        assertEquals(6, mast.finish());
    }

    @Test
    void the_weightier_customer_goes_first_when_not_all_can_be_in_time() {
        Problem.Builder builder = Problem.builder().resource("crew", Profile.always(1));
        for (String project : List.of("small", "great", "middle")) {
            builder.goal(new Goal(project, project.equals("great") ? 9 : project.equals("middle") ? 4 : 1, 3))
                    .activity(Activity.of(project + " site", project, 3).needs("crew", 1));
        }
        Solution solution = planner.plan(builder.build(), SOME);
        assertEquals(3, solution.finishes().get("great"));
        assertEquals(6, solution.finishes().get("middle"));
        assertEquals(4 * 3 + 6, solution.tardiness());
    }

    @Test
    void slack_is_how_far_an_activity_may_slip() {
        Problem problem = Problem.builder()
                .activity(Activity.of("long", "p", 9))
                .activity(Activity.of("short", "p", 2))
                .activity(Activity.of("done", "p", 0))
                .link("long", "done", LinkType.FINISH_START, 0)
                .link("short", "done", LinkType.FINISH_START, 0)
                .build();
        Solution solution = planner.plan(problem, SOME);
        assertEquals(7, solution.placed("short").slack());
        assertEquals(0, solution.placed("long").slack());
        assertEquals(List.of("long", "done"), solution.criticalPaths().get("p"));
        assertTrue(solution.optimal());
    }

    @Test
    void a_circle_of_links_is_named() {
        Problem problem = Problem.builder()
                .activity(Activity.of("a", "p", 1))
                .activity(Activity.of("b", "p", 1))
                .activity(Activity.of("c", "p", 1))
                .activity(Activity.of("d", "p", 1))
                .link("a", "b", LinkType.FINISH_START, 0)
                .link("b", "c", LinkType.START_START, 0)
                .link("c", "b", LinkType.FINISH_FINISH, 0)
                .link("c", "d", LinkType.FINISH_START, 0)
                .build();
        UnplannableException.Cycle cycle =
                assertThrows(UnplannableException.Cycle.class, () -> planner.plan(problem, SOME));
        assertEquals(List.of("b", "c"), cycle.activities().stream().sorted().toList());
    }

    @Test
    void a_demand_beyond_what_there_ever_is_is_named() {
        Problem problem = Problem.builder()
                .resource("crane", Profile.of(new int[] {0, 2, 1}, 1))
                .activity(Activity.of("mast", "p", 1).needs("crane", 3))
                .build();
        UnplannableException.TooLittle little =
                assertThrows(UnplannableException.TooLittle.class, () -> planner.plan(problem, SOME));
        assertEquals(
                "mast crane 3 2",
                little.activity() + " " + little.resource() + " " + little.demand() + " " + little.most());
    }

    @Test
    void a_calendar_without_working_time_is_refused() {
        Problem problem = Problem.builder()
                .calendar("strike", Profile.always(0))
                .calendar("one day", Profile.of(new int[] {1, 1, 0}, 1))
                .activity(Activity.of("mast", "p", 3).on("one day"))
                .activity(Activity.of("rest", "p", 1))
                .build();
        assertEquals(
                "mast",
                assertThrows(UnplannableException.NoWorkingTime.class, () -> planner.plan(problem, SOME))
                        .activity());
    }

    @Test
    void crews_that_never_meet_have_no_working_time() {
        Problem problem = Problem.builder()
                .resource("odd", Profile.of(new int[] {0, 1}, 2))
                .resource("even", Profile.of(new int[] {1, 0}, 2))
                .activity(Activity.of("mast", "p", 1).needs("odd", 1).needs("even", 1))
                .build();
        assertThrows(UnplannableException.NoWorkingTime.class, () -> planner.plan(problem, SOME));
    }

    @Test
    void a_limit_ends_the_search_and_nothing_to_plan_is_a_plan() {
        Solution solution = planner.plan(twelveSites(), Effort.lasting(1, Duration.ofMillis(1)));
        assertEquals(36, solution.placed().size());
        assertEquals(0, planner.plan(Problem.builder().build(), SOME).makespan());
    }
}
