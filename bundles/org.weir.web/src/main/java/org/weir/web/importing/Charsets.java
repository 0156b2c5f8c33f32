package org.weir.web.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weir.web.api.Visit;

/** The encodings offered when a file does not say for sure how it is written. */
public final class Charsets {
    private static final List<String> COMMON = List.of(
            "UTF-8",
            "GB18030",
            "Big5",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1252",
            "windows-1250",
            "windows-1251",
            "Shift_JIS",
            "EUC-KR");

    private Charsets() {}

    /**
     * @param name what is sent
     * @param languages what is usually written so, in the reader's words
     * @param chosen the file is read so now
     */
    public record Offer(String name, String languages, boolean chosen) {}

    /** The present one first, then the common ones. */
    static List<Offer> around(String present, Visit visit) {
        List<String> names = new ArrayList<>(COMMON);
        names.removeIf(it -> it.equalsIgnoreCase(present));
        names.add(0, present);
        return names.stream()
                .map(it -> new Offer(it, languages(it, visit), it.equalsIgnoreCase(present)))
                .toList();
    }

    private static String languages(String name, Visit visit) {
        String key = "transfer.charset." + name.toLowerCase(Locale.ROOT);
        String text = visit.t(key);
        return text.equals(key) ? "" : text;
    }
}
