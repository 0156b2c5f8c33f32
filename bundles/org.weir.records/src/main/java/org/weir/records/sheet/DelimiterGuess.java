package org.weir.records.sheet;

/** Finds the delimiter of a text: the candidate that cuts most rows into as many cells as the first row. */
final class DelimiterGuess {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private DelimiterGuess() {}

    /** The delimiter of the text, which may be the beginning of a longer one; a comma when none is seen. */
    static char of(CharSequence text, boolean whole) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(text, whole, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(CharSequence text, boolean whole, char delimiter) {
        int first = -1;
        int rows = 0;
        int same = 0;
        int count = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                count++;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) {
                    first = first < 0 ? count : first;
                    rows++;
                    same += count == first ? 1 : 0;
                }
                count = 0;
                blank = true;
                continue;
            }
            blank = false;
        }
        if (!blank && (whole || rows == 0)) {
            first = first < 0 ? count : first;
            rows++;
            same += count == first ? 1 : 0;
        }
        return first <= 0 ? 0 : (double) same / rows + Math.min(first, 100) / 1000.0;
    }
}
