package org.weir.solution.engine.uvl;

import java.util.List;
import org.weir.base.api.Text;
import org.weir.solution.engine.ModelException;
import org.weir.solution.engine.uvl.Token.Kind;

/** Goes through tokens; what was expected and what came is said in the error. */
final class Tokens {
    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    Token peek() {
        return all.get(at);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        return all.get(at < all.size() - 1 ? at++ : at);
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean take(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeWord(String word) {
        if (peek().word(word)) {
            at++;
            return true;
        }
        return false;
    }

    boolean take(Kind kind) {
        if (peek().kind() == kind) {
            next();
            return true;
        }
        return false;
    }

    Token expect(String sign) {
        if (!peek().is(sign)) {
            throw wrong(Text.of("uvl.expected", sign, peek().shown()));
        }
        return next();
    }

    Token expect(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw wrong(Text.of(what, peek().shown()));
        }
        return next();
    }

    Token expectName() {
        if (!peek().named()) {
            throw wrong(Text.of("uvl.expected-name", peek().shown()));
        }
        return next();
    }

    ModelException wrong(Text reason) {
        return at(peek(), reason);
    }

    static ModelException at(Token token, Text reason) {
        return new ModelException(token.line(), token.column(), reason);
    }
}
