package org.weir.files.page;

import java.text.NumberFormat;
import java.util.Locale;

/** Bytes as people read them. */
final class Size {
    private static final String[] UNITS = {"B", "kB", "MB", "GB"};

    private Size() {}

    static String of(long bytes, Locale locale) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(size < 10 && unit > 0 ? 1 : 0);
        return format.format(size) + " " + UNITS[unit];
    }
}
