package org.weir.delivery.scheduling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work.
 *
 * @param id unique in the problem
 * @param project the id of its project
 * @param duration in working periods; 0 is a milestone
 * @param calendar the calendar in whose working periods it works, or null for all periods
 * @param demands amount by resource id, held in each period it works; a period in which a resource has less in all than
 *     the amount (a day off) is not a working period of the activity: it pauses
 * @param notBefore first period in which it may work
 * @param pinned the period in which it has begun or must begin whatever else says, or null
 */
public record Activity(
        String id,
        String project,
        int duration,
        @Nullable String calendar,
        Map<String, Integer> demands,
        int notBefore,
        @Nullable Integer pinned) {
    public Activity {
        if (duration < 0 || notBefore < 0 || pinned != null && pinned < 0) {
            throw new IllegalArgumentException("activity " + id + ": negative duration or period");
        }
        demands = Map.copyOf(demands);
        demands.forEach((resource, amount) -> {
            if (amount < 0) {
                throw new IllegalArgumentException("activity " + id + ": negative demand for " + resource);
            }
        });
    }

    /** Work of so many periods, without calendar, demands or dates. */
    public static Activity of(String id, String project, int duration) {
        return new Activity(id, project, duration, null, Map.of(), 0, null);
    }

    /** Works only in the working periods of the calendar; null for all periods. */
    public Activity on(@Nullable String calendarId) {
        return new Activity(id, project, duration, calendarId, demands, notBefore, pinned);
    }

    /** Holds so much of the resource while it works. */
    public Activity needs(String resource, int amount) {
        Map<String, Integer> more = new LinkedHashMap<>(demands);
        more.merge(resource, amount, Integer::sum);
        return new Activity(id, project, duration, calendar, more, notBefore, pinned);
    }

    /** Does not start before the period. */
    public Activity notBefore(int period) {
        return new Activity(id, project, duration, calendar, demands, period, pinned);
    }

    /** Starts in the period as a fact: links into it and capacity are not asked. */
    public Activity pinnedAt(int period) {
        return new Activity(id, project, duration, calendar, demands, notBefore, period);
    }
}
