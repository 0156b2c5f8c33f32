package org.weir.delivery.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people read them in tight places: {@code 3 Mar}, with the year when it is another one. */
public record Days(Locale locale, LocalDate today) {
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        boolean near = day.getYear() == today.getYear();
        String pattern = locale.getLanguage().equals("zh") ? (near ? "M月d日" : "y年M月d日") : near ? "d MMM" : "d MMM y";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
