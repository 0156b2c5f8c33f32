/**
 * Plans activities of several projects over shared resources, in whole periods and nothing but Java: the caller says
 * what a period is (delivery uses half a working day of the calendar), builds a {@link Problem} and hands it to {@link
 * PlanProjects}.
 */
@NullMarked
package org.weir.delivery.scheduling;

import org.jspecify.annotations.NullMarked;
