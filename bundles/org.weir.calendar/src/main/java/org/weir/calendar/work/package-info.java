/** Calendars as records, kept by the people who run a region. */
@NullMarked
package org.weir.calendar.work;

import org.jspecify.annotations.NullMarked;
