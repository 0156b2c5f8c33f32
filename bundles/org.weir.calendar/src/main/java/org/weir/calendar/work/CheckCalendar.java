package org.weir.calendar.work;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.calendar.api.WeeklyHours;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A calendar can be read, and has working time. */
@Component
public final class CheckCalendar implements Validator {
    @Override
    public String type() {
        return "work-calendar";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        checkZone(String.valueOf(after.get("zone")), rejections);
        refused("hours", rejections, () -> {
            if (WeeklyHours.parse(String.valueOf(after.get("hours"))).isEmpty()) {
                rejections.reject("hours", Text.of("calendar.hours.none"));
            }
        });
        refused("daysOff", rejections, () -> Dates.of(after.list("daysOff")));
        refused("workingDays", rejections, () -> Dates.of(after.list("workingDays")));
    }

    private static void checkZone(String zone, Rejections rejections) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            rejections.reject("zone", Text.of("calendar.zone.unknown", zone));
        }
    }

    private static void refused(String field, Rejections rejections, Runnable reading) {
        try {
            reading.run();
        } catch (ProblemException e) {
            rejections.reject(field, e.text());
        }
    }
}
