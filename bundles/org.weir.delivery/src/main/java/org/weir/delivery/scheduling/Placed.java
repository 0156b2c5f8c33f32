package org.weir.delivery.scheduling;

import java.util.List;

/**
 * When an activity is planned.
 *
 * @param start the first period in which it works
 * @param finish the period after the last in which it works (exclusive); a milestone has start = finish
 * @param slack how many periods it could start later, if what follows moves too, without its project finishing later
 * @param critical whether it is on its project's critical path
 * @param waits why it does not start in period 0, in order of time without gaps; empty if it does
 */
public record Placed(Activity activity, int start, int finish, int slack, boolean critical, List<Wait> waits) {}
