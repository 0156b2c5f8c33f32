package org.weir.search.find;

import java.util.List;
import org.weir.search.text.Codes;
import org.weir.search.text.Token;
import org.weir.search.text.Tokens;

/**
 * What was typed, cut into words.
 *
 * @param bare all of them together
 * @param code it may be a number or an address
 */
record Sought(List<Token> tokens, String bare, boolean code) {
    private static final int LONGEST = 200;
    private static final int MOST = 12;

    static Sought of(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Token> tokens = Tokens.of(text).stream().limit(MOST).toList();
        return new Sought(tokens, Codes.bare(tokens), Codes.typed(text));
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }
}
