package org.weir.records.format;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as the canonical form and as people of a locale write them; never guesses between the two silently. */
final class ReadNumber {
    private static final Pattern CANONICAL = Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f'’]");

    private ReadNumber() {}

    /**
     * {@code 1234.5} is canonical; in a locale whose decimal separator is the comma, {@code 1.234} is a grouped thousand
     * and {@code 1,5} one and a half. Null when it is no number.
     */
    static @Nullable BigDecimal read(String text, Locale locale) {
        String digits = BLANKS.matcher(text).replaceAll("").replace('−', '-');
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char decimal = symbols.getDecimalSeparator();
        char group = decimal == ',' ? '.' : ',';
        String whole = "[+-]?\\d{1,3}(" + Pattern.quote(String.valueOf(group)) + "\\d{3})+";
        String plain = digits;
        if (digits.matches(whole + "(" + Pattern.quote(String.valueOf(decimal)) + "\\d{1,60})?")) {
            plain = digits.replace(String.valueOf(group), "").replace(decimal, '.');
        } else if (decimal == ',' && digits.matches("[+-]?\\d{1,60},\\d{1,60}")) {
            plain = digits.replace(',', '.');
        }
        return CANONICAL.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }
}
