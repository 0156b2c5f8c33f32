package org.weir.jobs.api;

import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/**
 * Work that comes round: once on all nodes together, never twice at the same time. What was missed while Weir was down is
 * made up for soon after, once. A whiteboard service.
 */
@ConsumerType
public interface ScheduledJob {
    /** Never changes, unique, for example {@code org.weir.aftersales.clocks}. */
    String name();

    /** What the administrator reads. */
    Text title();

    Schedule schedule();

    /** @return the outcome in one line. A failure is shown and logged; the next turn comes as planned */
    Text run(Jobs.Progress progress) throws Exception;
}
