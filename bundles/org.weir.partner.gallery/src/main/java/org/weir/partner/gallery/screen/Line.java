package org.weir.partner.gallery.screen;

import java.util.List;
import org.weir.records.api.Row;

/** A meter as a line of a list. @param detail in the reader's language */
public record Line(String href, String title, String detail) {
    static List<Line> of(List<Row> meters) {
        return meters.stream()
                .map(it -> new Line(
                        href(it),
                        String.valueOf(it.text("name")),
                        String.valueOf(it.values().getOrDefault("readOn", ""))))
                .toList();
    }

    static String href(Row meter) {
        return "/r/gallery-meter/" + meter.id();
    }
}
