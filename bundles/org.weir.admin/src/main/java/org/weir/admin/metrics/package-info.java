/** Figures for Prometheus: how many requests, how long, and what Java, database, events and jobs do. */
@NullMarked
package org.weir.admin.metrics;

import org.jspecify.annotations.NullMarked;
