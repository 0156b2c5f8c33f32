package org.weir.solution.engine.uvl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weir.base.api.Text;
import org.weir.solution.engine.ModelException;
import org.weir.solution.engine.uvl.Token.Kind;

/** Splits UVL into tokens; indentation becomes INDENT and DEDENT, a tab reaches to the next multiple of four. */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            "<=>", "=>", "==", "!=", "<=", ">=", "..", "<", ">", "!", "&", "|", "(", ")", "[", "]", "{", "}", ",", ".",
            "+", "-", "*", "/", ":");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<Integer, String> comments = new HashMap<>();
    private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
    private int at;
    private int line = 1;
    private int lineStart;
    private int open;

    Lexer(String source) {
        this.source = source.startsWith("\uFEFF") ? source.substring(1) : source;
    }

    List<Token> tokens() {
        while (at < source.length()) {
            if (at == lineStart && open == 0 && !indent()) {
                continue;
            }
            if (at < source.length()) {
                one();
            }
        }
        newline();
        while (indents.size() > 1) {
            indents.pop();
            add(Kind.DEDENT, "");
        }
        add(Kind.END, "");
        return tokens;
    }

    /** What the lines of comment say, by line. */
    Map<Integer, String> comments() {
        return comments;
    }

    /** Measures the line's indentation; false when the line is blank or a comment and has been skipped. */
    private boolean indent() {
        int column = 0;
        int from = at;
        while (from < source.length() && (source.charAt(from) == ' ' || source.charAt(from) == '\t')) {
            column = source.charAt(from) == '\t' ? (column / 4 + 1) * 4 : column + 1;
            from++;
        }
        at = from;
        if (from == source.length() || "\r\n".indexOf(source.charAt(from)) >= 0 || source.startsWith("//", from)) {
            skipLine();
            return false;
        }
        if (source.startsWith("/*", from)) {
            return true;
        }
        if (column > indents.element()) {
            indents.push(column);
            add(Kind.INDENT, "");
        }
        while (column < indents.element()) {
            indents.pop();
            add(Kind.DEDENT, "");
        }
        if (column != indents.element()) {
            throw wrong(Text.of("uvl.indentation"));
        }
        return true;
    }

    private void skipLine() {
        int end = source.indexOf('\n', at);
        int last = end < 0 ? source.length() : end;
        if (source.startsWith("//", at)) {
            comments.put(line, source.substring(at + 2, last).strip());
        }
        at = last;
        if (end >= 0) {
            nextLine();
        }
    }

    private void nextLine() {
        at++;
        line++;
        lineStart = at;
    }

    private void one() {
        char c = source.charAt(at);
        if (c == '\n') {
            newline();
            nextLine();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            at = end < 0 ? source.length() : end;
        } else if (source.startsWith("/*", at)) {
            blockComment();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (Character.isDigit(c)) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            name();
        } else {
            sign();
        }
    }

    private void blockComment() {
        int end = source.indexOf("*/", at + 2);
        if (end < 0) {
            throw wrong(Text.of("uvl.comment-not-closed"));
        }
        for (int i = at; i < end; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        at = end + 2;
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote && source.charAt(end) != '\n') {
            end++;
        }
        if (end == source.length() || source.charAt(end) != quote) {
            throw wrong(Text.of("uvl.quote-not-closed"));
        }
        add(quote == '"' ? Kind.QUOTED : Kind.TEXT, source.substring(at + 1, end));
        at = end + 1;
    }

    private void number() {
        int end = at;
        while (end < source.length() && Character.isDigit(source.charAt(end))) {
            end++;
        }
        if (end + 1 < source.length() && source.charAt(end) == '.' && Character.isDigit(source.charAt(end + 1))) {
            end++;
            while (end < source.length() && Character.isDigit(source.charAt(end))) {
                end++;
            }
        }
        add(Kind.NUMBER, source.substring(at, end));
        at = end;
    }

    private void name() {
        int end = at;
        while (end < source.length()
                && (Character.isLetterOrDigit(source.charAt(end)) || "_#§%?;".indexOf(source.charAt(end)) >= 0)) {
            end++;
        }
        add(Kind.NAME, source.substring(at, end));
        at = end;
    }

    private void sign() {
        for (String sign : SIGNS) {
            if (source.startsWith(sign, at)) {
                add(Kind.SIGN, sign);
                if ("([{".contains(sign)) {
                    open++;
                } else if (")]}".contains(sign)) {
                    open = Math.max(0, open - 1);
                }
                at += sign.length();
                return;
            }
        }
        throw wrong(Text.of("uvl.unknown-sign", String.valueOf(source.charAt(at))));
    }

    private void newline() {
        if (open == 0 && !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() != Kind.NEWLINE) {
            add(Kind.NEWLINE, "");
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, line, at - lineStart + 1));
    }

    private ModelException wrong(Text reason) {
        return new ModelException(line, at - lineStart + 1, reason);
    }
}
