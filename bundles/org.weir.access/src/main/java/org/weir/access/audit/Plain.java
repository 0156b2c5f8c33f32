package org.weir.access.audit;

/** Makes text from strangers storable: one line, no control characters, no half characters, not too long. */
public final class Plain {
    private static final char STANDS_FOR = '\uFFFD';

    private Plain() {}

    /** At most {@code max} UTF-16 units; what cannot be stored or would break a line is replaced. */
    public static String line(String text, int max) {
        StringBuilder result = new StringBuilder(Math.min(text.length(), max));
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int units = Character.charCount(c);
            if (result.length() + units > max) {
                break;
            }
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (half || Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                result.append(STANDS_FOR);
            } else {
                result.appendCodePoint(c);
            }
            i += units;
        }
        return result.toString();
    }
}
