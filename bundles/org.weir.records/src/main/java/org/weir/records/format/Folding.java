package org.weir.records.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one definition of a folded text, by which titles are sorted and found: compatibility decomposition (full width
 * becomes half width), marks stripped, case dropped, letters with strokes and ligatures written plainly, blanks collapsed.
 * {@code ＭＴＮ  Société Générale} becomes {@code mtn societe generale}. Chinese stays as it is.
 */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th",
            (int) 'ð', "d", (int) 'ħ', "h", (int) 'ŧ', "t");

    private Folding() {}

    public static String fold(String text) {
        if (ascii(text)) {
            return BLANKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare =
                MARKS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(bare.length());
        bare.codePoints().forEach(it -> {
            String letters = PLAIN.get(it);
            if (letters == null) {
                plain.appendCodePoint(it);
            } else {
                plain.append(letters);
            }
        });
        String together = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return BLANKS.matcher(together).replaceAll(" ").strip();
    }

    /** The folded title as it stands in its {@code _key} column: at most {@code max} UTF-16 units, no half character. */
    public static String key(String title, int max) {
        String folded = fold(title);
        if (folded.length() <= max) {
            return folded;
        }
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(max - 1)) ? max - 1 : max);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
