package org.weir.delivery.scheduling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** A population of lists that breeds on its own: crossing, swapping neighbours, pushing right and left. */
final class Island {
    private static final int MANY = 60;
    private static final int PATIENCE = 4000;
    private static final double SWAPPED = 0.05;

    private final Network network;
    private final Bounds bounds;
    private final long goal;
    private final Generation generation;
    private final SplittableRandom chance;
    private final int[][] lists = new int[MANY][];
    private final long[] costs = new long[MANY];
    private int settled;
    private int[] bestList = new int[0];
    private int[] bestStarts = new int[0];
    private long bestCost = Long.MAX_VALUE;
    private int idle;
    private volatile long made;

    Island(Network network, Bounds bounds, long goal, long seed) {
        this.network = network;
        this.bounds = bounds;
        this.goal = goal;
        generation = new Generation(network);
        chance = new SplittableRandom(seed);
    }

    /** Breeds until so many schedules were generated, or the goal is met, or time is up; always makes one plan. */
    void breed(long evaluations, BooleanSupplier over) {
        long until = generation.evaluations() + evaluations;
        while (bestStarts.length == 0 || bestCost > goal && generation.evaluations() < until && !over.getAsBoolean()) {
            if (settled < MANY) {
                settle(first(settled));
            } else if (idle > PATIENCE) {
                startAnew();
            } else {
                cross();
            }
        }
    }

    /** Takes in the best of another island instead of its own worst. */
    void welcome(int[] list, long cost) {
        if (settled == MANY) {
            admit(list.clone(), cost);
        }
    }

    int[] bestList() {
        return bestList;
    }

    int[] bestStarts() {
        return bestStarts;
    }

    long bestCost() {
        return bestCost;
    }

    long evaluations() {
        return generation.evaluations();
    }

    /** As {@link #evaluations}, for other threads while it breeds. */
    long made() {
        return made;
    }

    boolean met() {
        return bestCost <= goal;
    }

    /** The rules' own lists by both generations, then draws that lean to a rule. */
    private int[] first(int number) {
        Rule[] rules = Rule.values();
        if (number < rules.length) {
            return generation.byKeys(rules[number].keys(network, bounds), null, 0);
        }
        if (number < 2 * rules.length) {
            return generation.byPeriods(rules[number - rules.length].keys(network, bounds));
        }
        return drawn(2);
    }

    private int[] drawn(double bias) {
        Rule rule = chance.nextInt(4) == 0 ? Rule.LATEST_START : Rule.LATEST_FINISH;
        return generation.byKeys(rule.keys(network, bounds), chance, bias);
    }

    private void settle(int[] list) {
        costs[settled] = improved(list);
        lists[settled++] = list;
    }

    private void cross() {
        int[] mother = lists[tournament()];
        int[] father = lists[tournament()];
        int[] child = crossed(mother, father);
        swap(child);
        long before = bestCost;
        long cost = improved(child);
        idle = cost < before ? 0 : idle + 1;
        admit(child, cost);
    }

    private void admit(int[] list, long cost) {
        int worst = 0;
        for (int i = 0; i < MANY; i++) {
            if (costs[i] == cost && Arrays.equals(lists[i], list)) {
                return;
            }
            if (costs[i] > costs[worst]) {
                worst = i;
            }
        }
        if (cost <= costs[worst]) {
            lists[worst] = list;
            costs[worst] = cost;
        }
    }

    /** Keeps the best and draws the others again. */
    private void startAnew() {
        idle = 0;
        lists[0] = bestList.clone();
        costs[0] = bestCost;
        settled = 1;
        for (int i = 1; i < MANY; i++) {
            settle(drawn(1 + chance.nextInt(4)));
        }
    }

    private long improved(int[] list) {
        long cost = generation.improve(list);
        made = generation.evaluations();
        if (cost < bestCost) {
            bestCost = cost;
            bestList = list.clone();
            bestStarts = generation.starts().clone();
        }
        return cost;
    }

    private int tournament() {
        int a = chance.nextInt(MANY);
        int b = chance.nextInt(MANY);
        return costs[a] <= costs[b] ? a : b;
    }

    /** The mother's head, what the father has next, the mother's rest; always an order of precedence. */
    private int[] crossed(int[] mother, int[] father) {
        int size = mother.length;
        int a = chance.nextInt(size);
        int b = chance.nextInt(size);
        int head = Math.min(a, b);
        int middle = Math.max(a, b);
        int[] child = new int[size];
        boolean[] has = new boolean[size];
        int at = 0;
        for (; at < head; at++) {
            child[at] = mother[at];
            has[mother[at]] = true;
        }
        for (int i = 0; i < size && at < middle; i++) {
            if (!has[father[i]]) {
                has[father[i]] = true;
                child[at++] = father[i];
            }
        }
        for (int i = 0; i < size; i++) {
            if (!has[mother[i]]) {
                child[at++] = mother[i];
            }
        }
        return child;
    }

    private void swap(int[] list) {
        for (int i = 0; i < list.length - 1; i++) {
            if (chance.nextDouble() < SWAPPED && !waits(list[i + 1], list[i])) {
                int first = list[i];
                list[i] = list[i + 1];
                list[i + 1] = first;
            }
        }
    }

    private boolean waits(int later, int earlier) {
        for (Network.Arc arc : network.before[later]) {
            if (arc.other() == earlier) {
                return true;
            }
        }
        return false;
    }
}
