package org.weir.delivery.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts half days from the morning of a day, which is period 0; every day of the calendar has two. */
record HalfDays(LocalDate first) {
    /** Negative before the first day. */
    int morning(LocalDate date) {
        return Math.toIntExact(2 * (date.toEpochDay() - first.toEpochDay()));
    }

    int period(LocalDate date, @Nullable String half) {
        return morning(date) + ("afternoon".equals(half) ? 1 : 0);
    }

    LocalDate date(int period) {
        return first.plusDays(Math.floorDiv(period, 2));
    }

    String half(int period) {
        return Math.floorMod(period, 2) == 0 ? "morning" : "afternoon";
    }
}
