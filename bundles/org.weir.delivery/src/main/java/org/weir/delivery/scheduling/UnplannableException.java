package org.weir.delivery.scheduling;

import java.util.List;

/** A problem that has no plan at all; the three kinds say why, with the ids to name to people. */
public abstract class UnplannableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnplannableException(String message) {
        super(message);
    }

    /** Activities wait for each other in a circle. */
    public static final class Cycle extends UnplannableException {
        private static final long serialVersionUID = 1;

        private final transient List<String> activities;

        Cycle(List<String> activities) {
            super("activities wait for each other: " + String.join(" → ", activities));
            this.activities = List.copyOf(activities);
        }

        /** The ids on the circle, each waited for by the next, the last by the first. */
        public List<String> activities() {
            return activities;
        }
    }

    /** An activity needs more of a resource than there ever is. */
    public static final class TooLittle extends UnplannableException {
        private static final long serialVersionUID = 1;

        private final String activity;
        private final String resource;
        private final int demand;
        private final int most;

        TooLittle(String activity, String resource, int demand, int most) {
            super("activity " + activity + " needs " + demand + " of " + resource + ", of which there is " + most
                    + " at most");
            this.activity = activity;
            this.resource = resource;
            this.demand = demand;
            this.most = most;
        }

        public String activity() {
            return activity;
        }

        public String resource() {
            return resource;
        }

        public int demand() {
            return demand;
        }

        /** The most of the resource that there is in any period. */
        public int most() {
            return most;
        }
    }

    /** An activity never finds the working periods it needs: its calendar has too few, or its resources' never meet. */
    public static final class NoWorkingTime extends UnplannableException {
        private static final long serialVersionUID = 1;

        private final String activity;

        NoWorkingTime(String activity) {
            super("activity " + activity + " finds no working time in its calendar and resources");
            this.activity = activity;
        }

        public String activity() {
            return activity;
        }
    }
}
