package org.weir.delivery.progress;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;

/**
 * How far tasks are, weighed by their length.
 *
 * @param planned what the baseline says should be done by today, in percent
 * @param actual what is done, in percent
 * @param late open tasks whose planned finish has passed
 */
public record Measure(int planned, int actual, int late) {
    /** What is measured of a task. */
    record Part(
            int halfDays,
            int progress,
            @Nullable LocalDate baselineStart,
            @Nullable LocalDate baselineFinish,
            boolean late) {}

    public static Measure of(List<Row> tasks, LocalDate today) {
        return ofParts(
                tasks.stream()
                        .map(it -> new Part(
                                Reading.number(it, "halfDays"),
                                Reading.number(it, "progress"),
                                Reading.date(it, "baselineStart"),
                                Reading.date(it, "baselineFinish"),
                                isLate(it, today)))
                        .toList(),
                today);
    }

    static Measure ofParts(List<Part> tasks, LocalDate today) {
        double all = 0;
        double planned = 0;
        double actual = 0;
        int late = 0;
        for (Part task : tasks) {
            all += task.halfDays();
            actual += task.halfDays() * task.progress() / 100.0;
            planned += task.halfDays() * share(task.baselineStart(), task.baselineFinish(), today);
            late += task.late() ? 1 : 0;
        }
        return all == 0
                ? new Measure(0, 0, late)
                : new Measure((int) Math.round(100 * planned / all), (int) Math.floor(100 * actual / all), late);
    }

    public static boolean isLate(Row task, LocalDate today) {
        LocalDate finish = Reading.date(task, "plannedFinish");
        return finish != null && finish.isBefore(today) && !"done".equals(task.text("state"));
    }

    private static double share(@Nullable LocalDate start, @Nullable LocalDate finish, LocalDate today) {
        if (start == null || finish == null || !start.isBefore(today)) {
            return 0;
        }
        if (finish.isBefore(today)) {
            return 1;
        }
        return ChronoUnit.DAYS.between(start, today) / (ChronoUnit.DAYS.between(start, finish) + 1.0);
    }
}
