package org.weir.rest.me;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Tokens;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Tokens: one's own, and for administrators those of anybody. */
public final class TokenResource {
    private static final String ADMINISTER = "access:administer";

    private final Tokens tokens;

    public TokenResource(Tokens tokens) {
        this.tokens = tokens;
    }

    public List<Route> routes() {
        Shape list = new Shape.ItemsOf(Token.class);
        Shape made = new Shape.Of(Made.class);
        return List.of(
                Route.of("GET", "/me/tokens", "listTokens", this::own)
                        .needs(Route.SIGNED_IN)
                        .gives(200, list),
                Route.of("POST", "/me/tokens", "createToken", this::make)
                        .fleeting()
                        .needs(Route.SIGNED_IN)
                        .forPeople()
                        .reads(new Shape.Of(WantedByPerson.class))
                        .gives(201, made)
                        .refuses(409, 422, 429),
                Route.of("DELETE", "/me/tokens/{id}", "revokeToken", this::revoke)
                        .needs(Route.SIGNED_IN)
                        .forPeople()
                        .gives(204)
                        .refuses(404),
                Route.of("GET", "/admin/users/{id}/tokens", "listTokensOf", this::of)
                        .needs(ADMINISTER)
                        .gives(200, list)
                        .refuses(404),
                Route.of("POST", "/admin/services/{id}/tokens", "createTokenFor", this::makeFor)
                        .fleeting()
                        .needs(ADMINISTER)
                        .reads(new Shape.Of(Wanted.class))
                        .gives(201, made)
                        .refuses(404, 409, 422),
                Route.of("DELETE", "/admin/users/{id}/tokens/{token}", "revokeTokenOf", this::revokeOf)
                        .needs(ADMINISTER)
                        .gives(204)
                        .refuses(404));
    }

    /** A token without its secret; {@code permissions} empty for all its user has, {@code expiresAt} null for never. */
    record Token(
            UUID id,
            String name,
            String ending,
            boolean readOnly,
            Set<String> permissions,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            String lastAddress) {}

    /** @param secret to be sent as {@code Authorization: Bearer}; not shown again */
    record Made(String secret, Token token) {}

    /** What a token is to be. @param days how long it is to hold; left out for the longest allowed */
    record Wanted(
            @Needed String name,
            boolean readOnly,
            Set<String> permissions,
            @Nullable Integer days) {}

    /** @param present one's password */
    record WantedByPerson(
            @Needed String name,
            boolean readOnly,
            Set<String> permissions,
            @Nullable Integer days,
            @Needed String present) {}

    private Answer own(Call call) {
        return call.answer(shown(tokens.own(call.actor().user())));
    }

    private Answer of(Call call) {
        return call.answer(shown(tokens.of(call.actor(), call.id("id"))));
    }

    private Answer make(Call call) {
        WantedByPerson wanted = call.body(WantedByPerson.class);
        return made(
                call,
                tokens.make(
                        call.actor().user(),
                        new Tokens.Wanted(wanted.name(), wanted.readOnly(), wanted.permissions(), wanted.days()),
                        wanted.present()));
    }

    private Answer makeFor(Call call) {
        Wanted wanted = call.body(Wanted.class);
        return made(
                call,
                tokens.makeFor(
                        call.actor(),
                        call.id("id"),
                        new Tokens.Wanted(wanted.name(), wanted.readOnly(), wanted.permissions(), wanted.days())));
    }

    private Answer revoke(Call call) {
        tokens.revoke(call.actor().user(), call.id("id"));
        return Answer.empty(204);
    }

    private Answer revokeOf(Call call) {
        tokens.revoke(call.actor(), call.id("id"), call.id("token"));
        return Answer.empty(204);
    }

    private static Answer made(Call call, Tokens.Made made) {
        return call.answer(201, new Made(made.secret(), shown(made.token())));
    }

    private static Items<Token> shown(List<Tokens.Token> all) {
        return new Items<>(all.stream().map(TokenResource::shown).toList());
    }

    private static Token shown(Tokens.Token token) {
        return new Token(
                token.id(),
                token.name(),
                token.ending(),
                token.readOnly(),
                token.permissions(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.lastAddress());
    }
}
