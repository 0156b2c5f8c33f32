package org.weir.jobs.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Optional;

/** The five fields of a cron expression, each as the set of numbers that it allows. */
record CronFields(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, boolean eitherDay) {
    private static final int YEARS = 9;

    static CronFields parse(String expression) {
        String[] fields = expression.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("Not five fields: " + expression);
        }
        BitSet weekdays = set(fields[4], 0, 7);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        boolean either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        return new CronFields(
                set(fields[0], 0, 59),
                set(fields[1], 0, 23),
                set(fields[2], 1, 31),
                set(fields[3], 1, 12),
                weekdays,
                either);
    }

    private static BitSet set(String field, int least, int most) {
        BitSet allowed = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            if (stepped.length > 2) {
                throw new IllegalArgumentException("Not a cron field: " + field);
            }
            String[] ends = stepped[0].split("-", -1);
            boolean all = stepped[0].equals("*");
            int from = all ? least : number(ends[0], field, least, most);
            int to = from;
            if (all || ends.length == 1 && stepped.length == 2) {
                to = most;
            } else if (ends.length == 2) {
                to = number(ends[1], field, from, most);
            } else if (ends.length > 2) {
                throw new IllegalArgumentException("Not a cron field: " + field);
            }
            int step = stepped.length == 2 ? number(stepped[1], field, 1, most) : 1;
            for (int at = from; at <= to; at += step) {
                allowed.set(at);
            }
        }
        return allowed;
    }

    private static int number(String digits, String field, int least, int most) {
        if (!digits.matches("\\d{1,2}")) {
            throw new IllegalArgumentException("Not a cron field: " + field);
        }
        int number = Integer.parseInt(digits);
        if (number < least || number > most) {
            throw new IllegalArgumentException(number + " is not from " + least + " to " + most + " in: " + field);
        }
        return number;
    }

    /** The only time of day, if it comes once every day. */
    Optional<LocalTime> onceADay() {
        boolean daily = days.cardinality() == 31 && months.cardinality() == 12 && weekdays.cardinality() >= 7;
        return daily && minutes.cardinality() == 1 && hours.cardinality() == 1
                ? Optional.of(LocalTime.of(hours.nextSetBit(0), minutes.nextSetBit(0)))
                : Optional.empty();
    }

    Instant next(Instant after, ZoneId zone) {
        LocalDate first = after.atZone(zone).toLocalDate();
        LocalDate end = first.plusYears(YEARS);
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            if (!allows(day)) {
                continue;
            }
            for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
                for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                    Instant at = LocalDateTime.of(day, LocalTime.of(hour, minute))
                            .atZone(zone)
                            .toInstant();
                    if (at.isAfter(after)) {
                        return at;
                    }
                }
            }
        }
        throw new IllegalArgumentException("Never comes: " + this);
    }

    private boolean allows(LocalDate day) {
        boolean ofMonth = days.get(day.getDayOfMonth());
        boolean ofWeek = weekdays.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
    }
}
