package org.weir.solution.engine.solver;

/** Variables by how much they took part in recent conflicts; ties by number. */
final class Order {
    private final double[] activity;
    private final int[] heap;
    private final int[] place;
    private int size;
    private double step = 1;

    Order(int variables) {
        activity = new double[variables];
        heap = new int[variables];
        place = new int[variables];
        for (int i = 0; i < variables; i++) {
            heap[i] = i;
            place[i] = i;
        }
        size = variables;
    }

    void bump(int variable) {
        activity[variable] += step;
        if (activity[variable] > 1e100) {
            for (int i = 0; i < activity.length; i++) {
                activity[i] *= 1e-100;
            }
            step *= 1e-100;
        }
        if (place[variable] >= 0) {
            up(place[variable]);
        }
    }

    void decay() {
        step *= 1 / 0.95;
    }

    void put(int variable) {
        if (place[variable] < 0) {
            heap[size] = variable;
            place[variable] = size;
            up(size++);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int take() {
        int top = heap[0];
        place[top] = -1;
        int last = heap[--size];
        if (size > 0) {
            heap[0] = last;
            place[last] = 0;
            down(0);
        }
        return top;
    }

    private boolean before(int a, int b) {
        return activity[a] > activity[b] || (activity[a] == activity[b] && a < b);
    }

    private void up(int from) {
        int at = from;
        int variable = heap[at];
        while (at > 0 && before(variable, heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            place[heap[at]] = at;
            at = (at - 1) / 2;
        }
        heap[at] = variable;
        place[variable] = at;
    }

    private void down(int from) {
        int at = from;
        int variable = heap[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], variable)) {
                break;
            }
            heap[at] = heap[child];
            place[heap[at]] = at;
            at = child;
        }
        heap[at] = variable;
        place[variable] = at;
    }
}
