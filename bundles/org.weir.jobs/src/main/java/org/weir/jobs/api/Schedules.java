package org.weir.jobs.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.base.api.Text;

/** What comes round, and when. */
@ProviderType
public interface Schedules {
    /** By name; also those that were here once. */
    List<Planned> planned();

    /** Soon, on one node, besides its plan. @throws org.weir.base.api.ProblemException 404 when there is none of that name */
    void runNow(String name);

    /**
     * @param next when it is due
     * @param last its last run that is known; null when it has not run yet
     * @param here whether the bundle that brings it is on this node
     */
    record Planned(String name, Text title, Text when, Instant next, Jobs.@Nullable Job last, boolean here) {}
}
