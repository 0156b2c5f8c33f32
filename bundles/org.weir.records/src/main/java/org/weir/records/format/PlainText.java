package org.weir.records.format;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Texts as they are kept: composed (NFC), without blanks at the ends, one kind of line end, no control characters. */
public final class PlainText {
    private PlainText() {}

    /** Null when nothing is left. */
    public static @Nullable String tidy(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        String tidy = Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
        return tidy.isEmpty() ? null : tidy;
    }

    /**
     * The first character that may not be kept, as {@code U+0000}: controls other than line end and tab, half characters,
     * and, in a text of one line, line ends and tabs too.
     */
    public static @Nullable String forbidden(String text, boolean multiline) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < 0x20 && !(multiline && (c == '\n' || c == '\t')) || c >= 0x7f && c < 0xa0;
            boolean half = Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (control || half || c == 0xfffe || c == 0xffff) {
                return String.format("U+%04X", (int) c);
            }
        }
        return null;
    }
}
