package org.weir.search.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Cuts texts into words of letters and digits and runs of Chinese; whatever else stands between them is left out. */
public final class Tokens {
    private static final int LONGEST = 64;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Character, String> PLAIN = Map.of(
            'ß', "ss", 'ø', "o", 'ł', "l", 'đ', "d", 'æ', "ae", 'œ', "oe", 'þ', "th", 'ð', "d", 'ħ', "h", 'ı', "i");

    private Tokens() {}

    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int first = text.codePointAt(at);
            Sort sort = sort(first);
            int end = at + Character.charCount(first);
            if (sort == Sort.OTHER) {
                at = end;
                continue;
            }
            while (end < text.length() && continues(sort, text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            String term = fold(text.substring(at, end));
            if (!term.isEmpty()) {
                tokens.add(new Token(term, at, end, sort == Sort.CHINESE));
            }
            at = end;
        }
        return tokens;
    }

    private enum Sort {
        WORD,
        CHINESE,
        OTHER
    }

    private static boolean continues(Sort sort, int c) {
        return sort(c) == sort || sort == Sort.WORD && isMark(c);
    }

    private static Sort sort(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? Sort.WORD : Sort.OTHER;
        }
        UnicodeScript script = UnicodeScript.of(c);
        if (script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA) {
            return Character.isLetter(c) ? Sort.CHINESE : Sort.OTHER;
        }
        return Character.isLetterOrDigit(c) ? Sort.WORD : Sort.OTHER;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Without case, marks and width; letters with strokes and ligatures written plainly; not longer than a term may be. */
    static String fold(String word) {
        String folded = isAscii(word) ? word.toLowerCase(Locale.ROOT) : plain(word);
        if (folded.length() <= LONGEST) {
            return folded;
        }
        return folded.substring(0, Character.isHighSurrogate(folded.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            String letters = PLAIN.get(bare.charAt(i));
            if (letters == null) {
                plain.append(bare.charAt(i));
            } else {
                plain.append(letters);
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
