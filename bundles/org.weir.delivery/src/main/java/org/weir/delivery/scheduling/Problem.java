package org.weir.delivery.scheduling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** All that is to be planned together. Time is counted in periods from 0, the first that can still be planned. */
public final class Problem {
    private final Map<String, Goal> goals;
    private final Map<String, Profile> resources;
    private final Map<String, Profile> calendars;
    private final Map<String, Activity> activities;
    private final List<Link> links;

    private Problem(Builder builder) {
        goals = Map.copyOf(builder.goals);
        resources = new LinkedHashMap<>(builder.resources);
        calendars = Map.copyOf(builder.calendars);
        activities = new LinkedHashMap<>(builder.activities);
        links = List.copyOf(builder.links);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The activities in the order they were added. */
    public List<Activity> activities() {
        return List.copyOf(activities.values());
    }

    public List<Link> links() {
        return links;
    }

    /** The resources' ids in the order they were added. */
    public List<String> resources() {
        return List.copyOf(resources.keySet());
    }

    /** What a resource can give. */
    public Profile capacity(String resource) {
        return known(resources, resource, "resource");
    }

    /** When a calendar works. */
    public Profile calendar(String calendar) {
        return known(calendars, calendar, "calendar");
    }

    /** The project's goal; weight 1 and no due date if none was given. */
    public Goal goal(String project) {
        Goal goal = goals.get(project);
        return goal == null ? new Goal(project, 1, null) : goal;
    }

    private static Profile known(Map<String, Profile> profiles, String id, String what) {
        Profile profile = profiles.get(id);
        if (profile == null) {
            throw new NoSuchElementException("no " + what + " " + id);
        }
        return profile;
    }

    /** Gathers a problem; the order of the calls does not matter, that of activities breaks ties. */
    public static final class Builder {
        private final Map<String, Goal> goals = new LinkedHashMap<>();
        private final Map<String, Profile> resources = new LinkedHashMap<>();
        private final Map<String, Profile> calendars = new LinkedHashMap<>();
        private final Map<String, Activity> activities = new LinkedHashMap<>();
        private final List<Link> links = new ArrayList<>();

        private Builder() {}

        /** A project's weight and due date; projects without one have weight 1 and are never late. */
        public Builder goal(Goal goal) {
            goals.put(goal.project(), goal);
            return this;
        }

        /** A resource and how much of it there is in each period. */
        public Builder resource(String id, Profile capacity) {
            resources.put(id, capacity);
            return this;
        }

        /** A calendar: working periods are those above 0. */
        public Builder calendar(String id, Profile working) {
            calendars.put(id, working);
            return this;
        }

        public Builder activity(Activity activity) {
            if (activities.put(activity.id(), activity) != null) {
                throw new IllegalArgumentException("two activities " + activity.id());
            }
            return this;
        }

        public Builder link(Link link) {
            links.add(link);
            return this;
        }

        /** {@code to} waits for {@code from}. */
        public Builder link(String from, String to, LinkType type, int lag) {
            return link(new Link(from, to, type, lag));
        }

        /**
         * The whole, with every name resolved; whether it can be planned is found by {@link PlanProjects}.
         *
         * @throws NoSuchElementException if an activity or link names what is not there
         */
        public Problem build() {
            Problem problem = new Problem(this);
            for (Activity activity : activities.values()) {
                activity.demands().keySet().forEach(problem::capacity);
                String calendar = activity.calendar();
                if (calendar != null) {
                    problem.calendar(calendar);
                }
            }
            for (Link link : links) {
                for (String end : List.of(link.from(), link.to())) {
                    if (!activities.containsKey(end)) {
                        throw new NoSuchElementException("no activity " + end);
                    }
                }
            }
            return problem;
        }
    }
}
