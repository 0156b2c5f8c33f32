package org.weir.search.text;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers, addresses and the like, by their letters and digits alone: {@code Q-2026-000123} is {@code q2026000123}. */
public final class Codes {
    /** Beginnings are indexed so far. */
    public static final int LONGEST = 24;

    private Codes() {}

    public static String bare(List<Token> tokens) {
        return tokens.stream().map(Token::term).collect(Collectors.joining());
    }

    public static String bare(String text) {
        return bare(Tokens.of(text));
    }

    /** Whether what was typed may be one: it has a digit, or is an address. */
    public static boolean typed(String text) {
        return text.indexOf('@') >= 0 || text.chars().anyMatch(Character::isDigit);
    }

    public static String cut(String bare) {
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    /** Digits without the zeros before them; empty unless the word is digits with zeros before them. */
    public static String counted(String word) {
        if (!word.startsWith("0") || !word.chars().allMatch(it -> it >= '0' && it <= '9')) {
            return "";
        }
        return word.replaceFirst("^0+", "");
    }
}
