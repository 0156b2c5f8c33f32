package org.weir.web.history;

import java.util.Locale;

/** The letters in a face. */
public final class Initials {
    private Initials() {}

    /** At most two letters; the family name of a Chinese name, which adds nothing behind a Latin one. */
    public static String of(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            return "?";
        }
        if (Character.UnicodeScript.of(trimmed.codePointAt(0)) == Character.UnicodeScript.HAN) {
            return first(trimmed);
        }
        String[] words = trimmed.split("\\s+");
        String last = "";
        for (int i = 1; i < words.length; i++) {
            last = Character.isIdeographic(words[i].codePointAt(0)) ? last : first(words[i]);
        }
        return (first(words[0]) + last).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return Character.toString(word.codePointAt(0));
    }
}
