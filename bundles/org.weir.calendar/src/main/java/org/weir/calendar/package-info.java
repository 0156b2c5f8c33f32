/** Working time: calendars with zones, hours, holidays and days off, and the arithmetic on them. */
@NullMarked
package org.weir.calendar;

import org.jspecify.annotations.NullMarked;
