package org.weir.insight.chain;

/** Cuts words to a width, since text in a picture does not wrap. Widths are those of the suite's fonts, roughly. */
final class Fit {
    private static final double NARROW = 0.31;
    private static final double PLAIN = 0.59;
    private static final double CAPITAL = 0.74;
    private static final double SQUARE = 1.02;
    private static final String THIN = "iljtfrI.,:;|'!()[] ";

    private Fit() {}

    /** In pixels, at a font size. */
    static double width(String words, double size) {
        return words.codePoints().mapToDouble(Fit::of).sum() * size;
    }

    private static double of(int c) {
        if (c >= 0x2E80) {
            return SQUARE;
        }
        if (THIN.indexOf(c) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '%' ? CAPITAL : PLAIN;
    }

    static String cut(String words, double pixels, double size) {
        if (width(words, size) <= pixels) {
            return words;
        }
        StringBuilder kept = new StringBuilder();
        double used = width("…", size);
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            used += of(c) * size;
            if (used > pixels) {
                break;
            }
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.toString().strip() + "…";
    }
}
