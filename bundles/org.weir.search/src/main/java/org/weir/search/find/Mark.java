package org.weir.search.find;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.weir.search.api.Search.Piece;
import org.weir.search.text.Chinese;
import org.weir.search.text.Codes;
import org.weir.search.text.Pinyin;
import org.weir.search.text.Token;
import org.weir.search.text.Tokens;

/** Marks in a text what was sought, by the same rules as it is found. */
final class Mark {
    private static final int BEFORE = 40;
    private static final int WINDOW = 160;
    private static final int LONGEST = 20_000;

    private final Sought sought;
    private final boolean near;

    Mark(Sought sought, boolean near) {
        this.sought = sought;
        this.near = near;
    }

    List<Piece> all(String text) {
        return pieces(text, marks(text), 0, text.length());
    }

    /** The part of the first text that has a mark; empty when none has. */
    List<Piece> excerpt(List<String> texts) {
        for (String whole : texts) {
            String text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
            BitSet marks = marks(text);
            if (marks.isEmpty()) {
                continue;
            }
            int from = whole(text, Math.max(0, marks.nextSetBit(0) - BEFORE));
            int to = whole(text, Math.min(text.length(), from + WINDOW));
            List<Piece> pieces = new ArrayList<>();
            if (from > 0) {
                pieces.add(new Piece("…", false));
            }
            pieces.addAll(pieces(text, marks, from, to));
            if (to < text.length()) {
                pieces.add(new Piece("…", false));
            }
            return pieces;
        }
        return List.of();
    }

    /** Not within a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Piece> pieces(String text, BitSet marks, int from, int to) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        while (at < to) {
            boolean marked = marks.get(at);
            int end = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
            end = end < 0 || end > to ? to : end;
            pieces.add(new Piece(text.substring(at, end), marked));
            at = end;
        }
        return pieces;
    }

    private BitSet marks(String text) {
        BitSet marks = new BitSet();
        List<Token> tokens = Tokens.of(text);
        if (sought.code() && Codes.bare(tokens).startsWith(sought.bare())) {
            code(tokens, marks);
            return marks;
        }
        for (Token token : tokens) {
            for (Token wanted : sought.tokens()) {
                if (token.chinese()) {
                    inChinese(text, token, wanted, marks);
                } else if (!wanted.chinese()) {
                    inWord(token, wanted.term(), marks);
                }
            }
        }
        return marks;
    }

    private void code(List<Token> tokens, BitSet marks) {
        int left = sought.bare().length();
        for (Token token : tokens) {
            if (left <= 0) {
                return;
            }
            boolean plain = token.term().length() == token.end() - token.start();
            marks.set(token.start(), plain ? Math.min(token.end(), token.start() + left) : token.end());
            left -= token.term().length();
        }
    }

    private void inWord(Token token, String wanted, BitSet marks) {
        String term = token.term();
        if (term.startsWith(wanted)) {
            boolean plain = term.length() == token.end() - token.start();
            marks.set(token.start(), plain ? token.start() + wanted.length() : token.end());
        } else if (Codes.counted(term).equals(wanted) || near && Near.is(wanted, term)) {
            marks.set(token.start(), token.end());
        }
    }

    private static void inChinese(String text, Token token, Token wanted, BitSet marks) {
        String run = text.substring(token.start(), token.end());
        if (!wanted.chinese()) {
            int[] match = Pinyin.typed(wanted.term()) ? Pinyin.match(run, wanted.term()) : null;
            if (match != null) {
                marks.set(token.start() + match[0], token.start() + match[1]);
            }
            return;
        }
        if (!markAll(run, token.start(), wanted.term(), marks)) {
            Chinese.words(wanted.term()).forEach(it -> markAll(run, token.start(), it, marks));
        }
    }

    private static boolean markAll(String run, int start, String wanted, BitSet marks) {
        int at = run.indexOf(wanted);
        boolean any = at >= 0;
        while (at >= 0) {
            marks.set(start + at, start + at + wanted.length());
            at = run.indexOf(wanted, at + wanted.length());
        }
        return any;
    }
}
