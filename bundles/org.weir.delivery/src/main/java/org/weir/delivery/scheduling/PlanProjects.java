package org.weir.delivery.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Plans all activities of a problem. First rules of priority, then two populations that breed apart, each in its own
 * thread, and exchange their best after fixed numbers of schedules, so that seed and number decide the plan and not the
 * machine. The least weighted lateness of the projects is sought first, then the earliest end of all, then the earliest
 * ends of each.
 *
 * <pre>{@code
 * Problem problem = Problem.builder()
 *         .goal(new Goal("north", 3, 40))
 *         .resource("crew 1", Profile.of(halfDays, 14))
 *         .calendar("work", Profile.of(workingHalfDays, 14))
 *         .activity(Activity.of("survey", "north", 2).on("work").needs("crew 1", 1).notBefore(4))
 *         .activity(Activity.of("install", "north", 6).on("work").needs("crew 1", 1))
 *         .link("survey", "install", LinkType.FINISH_START, 2)
 *         .build();
 * Solution solution = new PlanProjects().plan(problem, Effort.evaluations(1, 20_000).within(Duration.ofSeconds(5)));
 * }</pre>
 */
public final class PlanProjects {
    private static final int ISLANDS = 2;
    private static final long EPOCH = 2000;

    /**
     * The best plan found. An interrupt ends the search early with the best so far and stays set.
     *
     * @throws UnplannableException if there is none
     */
    public Solution plan(Problem problem, Effort effort) {
        return plan(problem, effort, made -> {});
    }

    /**
     * The same, watched.
     *
     * @param watch told some times a second how many schedules were made so far; what it throws ends the search
     * @throws UnplannableException if there is none
     */
    public Solution plan(Problem problem, Effort effort, LongConsumer watch) {
        long end = System.nanoTime() + effort.limit().toNanos();
        int horizon = 0;
        while (true) {
            Network network = Network.of(problem, horizon);
            try {
                return network.size == 0 ? Explanation.nothing() : search(network, effort, end, watch);
            } catch (WorkTime.BeyondHorizon e) {
                if (network.horizon >= 1 << 16) {
                    throw new UnplannableException.NoWorkingTime(network.activities[0].id());
                }
                horizon = 2 * network.horizon;
            }
        }
    }

    private Solution search(Network network, Effort effort, long end, LongConsumer watch) {
        Bounds bounds = new Bounds(network);
        long goal = new Cost(network).combined(bounds.projects(), bounds.makespan());
        List<Island> islands = new ArrayList<>();
        for (int i = 0; i < ISLANDS; i++) {
            islands.add(new Island(network, bounds, goal, effort.seed() * 31 + i));
        }
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean left = new AtomicBoolean();
        BooleanSupplier over = () -> interrupted.get() || left.get() || System.nanoTime() >= end;
        Runnable told =
                () -> watch.accept(islands.stream().mapToLong(Island::made).sum());
        ExecutorService threads = Executors.newFixedThreadPool(ISLANDS, task -> {
            Thread thread = new Thread(task, "weir-schedule");
            thread.setDaemon(true);
            return thread;
        });
        try {
            epochs(islands, effort.evaluations(), over, threads, interrupted, told);
        } finally {
            left.set(true);
            threads.shutdownNow();
            if (interrupted.get()) {
                Thread.currentThread().interrupt();
            }
        }
        Island best = islands.stream()
                .reduce((a, b) -> a.bestCost() <= b.bestCost() ? a : b)
                .orElseThrow();
        long evaluations = islands.stream().mapToLong(Island::evaluations).sum();
        return new Explanation(network, bounds, best.bestStarts()).solution(evaluations, best.bestCost() <= goal);
    }

    private static void epochs(
            List<Island> islands,
            long evaluations,
            BooleanSupplier over,
            ExecutorService threads,
            AtomicBoolean interrupted,
            Runnable told) {
        long left = evaluations / ISLANDS;
        do {
            long now = Math.min(left, EPOCH);
            List<Future<?>> running = new ArrayList<>();
            islands.forEach(island -> running.add(threads.submit(() -> island.breed(now, over))));
            running.forEach(it -> await(it, interrupted, told));
            left -= now;
            exchange(islands);
        } while (left > 0 && islands.stream().noneMatch(Island::met) && !over.getAsBoolean());
    }

    /** Until the island is done; an interrupt is noted, which makes the islands stop soon. */
    private static void await(Future<?> island, AtomicBoolean interrupted, Runnable told) {
        while (true) {
            try {
                island.get(200, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillBusy) {
                told.run();
            } catch (InterruptedException e) {
                interrupted.set(true);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            }
        }
    }

    private static void exchange(List<Island> islands) {
        List<int[]> lists = islands.stream().map(Island::bestList).toList();
        List<Long> costs = islands.stream().map(Island::bestCost).toList();
        for (int i = 0; i < islands.size(); i++) {
            int from = (i + islands.size() - 1) % islands.size();
            islands.get(i).welcome(lists.get(from), costs.get(from));
        }
    }
}
