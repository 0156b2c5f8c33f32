package org.weir.records.sheet;

/**
 * Keeps text from being run as a formula when a spreadsheet program opens a CSV file.
 *
 * <p>A text that begins with {@code = + - @}, their full-width forms, a tab or a line break gets an apostrophe before
 * it, and so does one that has apostrophes before such a character: taking exactly one apostrophe away gives the
 * original text back, always. Numbers and dates are written as they are: they are no text.
 */
final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /** The text as it is safe in a CSV file. */
    static String guard(String text) {
        return dangerousAt(text) >= 0 ? "'" + text : text;
    }

    /** The text that was guarded. */
    static String unguard(String cell) {
        return dangerousAt(cell) > 0 ? cell.substring(1) : cell;
    }

    /** How many apostrophes stand before a dangerous character, or -1. */
    private static int dangerousAt(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS.indexOf(text.charAt(at)) >= 0 ? at : -1;
    }
}
