package org.weir.calendar.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Days as written in a calendar: {@code 2026-12-24}, {@code 2026-12-24..2026-12-31}, with words behind if wanted. */
final class Dates {
    private static final int LONGEST = 366;

    private Dates() {}

    /** @throws ProblemException 400 saying which entry cannot be read */
    static Set<LocalDate> of(List<String> entries) {
        Set<LocalDate> dates = new TreeSet<>();
        for (String entry : entries) {
            String written = entry.strip().split("\\s", 2)[0];
            String[] ends = written.split("\\.\\.", -1);
            LocalDate first = date(ends[0], entry);
            LocalDate last = date(ends[ends.length - 1], entry);
            if (ends.length > 2
                    || last.isBefore(first)
                    || first.plusDays(LONGEST).isBefore(last)) {
                throw wrong(entry);
            }
            first.datesUntil(last.plusDays(1)).forEach(dates::add);
        }
        return dates;
    }

    private static LocalDate date(String written, String entry) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw wrong(entry);
        }
    }

    private static ProblemException wrong(String entry) {
        return ProblemException.badRequest(Text.of("calendar.date.unreadable", entry));
    }
}
