package org.weir.solution.engine.uvl;

/** @param text the name without quotes, the sign, or the number as written */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        NAME,
        QUOTED,
        TEXT,
        NUMBER,
        SIGN,
        NEWLINE,
        INDENT,
        DEDENT,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean word(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    boolean named() {
        return kind == Kind.NAME || kind == Kind.QUOTED;
    }

    /** As people see it in a message. */
    String shown() {
        return switch (kind) {
            case NEWLINE, DEDENT -> "⏎";
            case INDENT -> "→";
            case END -> "∎";
            default -> text;
        };
    }
}
