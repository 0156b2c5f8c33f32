package org.weir.web.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.access.api.Tokens;
import org.weir.access.api.Tokens.Made;
import org.weir.access.api.Tokens.Token;
import org.weir.access.api.Tokens.Wanted;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Services;

/** {@code /account/tokens}: one's own tokens. */
public final class TokenPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String AT = "/account/tokens";
    private static final TokenForm.Place PLACE = new TokenForm.Place(AT + "/new", AT, true);
    private static final Crumb ACCOUNT = new Crumb(Text.of("web.account"), "/account");
    private static final Crumb ALL = new Crumb(Text.of("token.own"), AT);

    private final Tokens tokens;
    private final Directory directory;

    public TokenPages(Services services) {
        this.tokens = services.access().tokens();
        this.directory = services.directory();
    }

    /** A token as listed. @param over it has run out */
    public record Line(String id, String name, String ending, String reach, String until, boolean over, String used) {}

    public List<Page> pages() {
        return List.of(
                Handled.show(AT, Page.SIGNED_IN, visit -> list(visit, null)),
                Handled.form(
                        AT + "/new", Page.SIGNED_IN, visit -> form(visit, TokenForm.fresh(), Map.of()), this::make),
                Handled.act(AT + "/{id}/revoke", Page.SIGNED_IN, it -> AT, this::revoke));
    }

    private Reply list(Visit visit, @Nullable Made made) {
        return new Reply.Show(
                Text.of("token.own"),
                List.of(ACCOUNT),
                TEMPLATES.tokenOwn(
                        visit,
                        lines(visit, tokens.own(visit.actor().user())),
                        made == null ? "" : made.secret(),
                        made == null ? "" : made.token().name()));
    }

    private Reply form(Visit visit, Wanted wanted, Map<String, String> errors) {
        return new Reply.Show(
                Text.of("token.new"),
                List.of(ACCOUNT, ALL),
                TEMPLATES.tokenForm(TokenForm.of(visit, PLACE, tokens, directory, wanted, errors)));
    }

    /** The secret is in this answer and nowhere else. */
    private Reply make(Visit visit) {
        Wanted wanted = TokenForm.typed(visit);
        try {
            String present = Objects.requireNonNullElse(visit.param("present"), "");
            Made made = tokens.make(visit.actor().user(), wanted, present);
            return list(visit, made);
        } catch (ProblemException refused) {
            return form(visit, wanted, errors(visit, refused));
        }
    }

    private Reply revoke(Visit visit) {
        tokens.revoke(visit.actor().user(), visit.pathId("id"));
        return new Reply.Redirect(AT, Text.of("token.revoked"));
    }

    public static List<Line> lines(Visit visit, List<Token> tokens) {
        return tokens.stream().map(it -> line(visit, it)).toList();
    }

    private static Line line(Visit visit, Token token) {
        UUID id = token.id();
        String reach = token.permissions().isEmpty()
                ? visit.t(token.readOnly() ? "token.reach.read" : "token.reach.all")
                : visit.t(Text.of(
                        token.readOnly() ? "token.reach.some-read" : "token.reach.some",
                        token.permissions().size()));
        boolean over = token.expiresAt() != null && token.expiresAt().isBefore(java.time.Instant.now());
        String until = token.expiresAt() == null
                ? visit.t("token.ever")
                : visit.t(Text.of(over ? "token.over" : "token.until", visit.time(token.expiresAt())));
        String used = token.lastUsedAt() == null
                ? visit.t("token.unused")
                : visit.t(Text.of("token.used", visit.time(token.lastUsedAt()), token.lastAddress()));
        return new Line(id.toString(), token.name(), token.ending(), reach, until, over, used);
    }

    /** What was refused, by field. @throws ProblemException when it is nothing that a form can show */
    static Map<String, String> errors(Visit visit, ProblemException refused) {
        if (refused.status() != 422 && refused.status() != 409 && refused.status() != 429) {
            throw refused;
        }
        visit.status(refused.status());
        Map<String, String> result = new LinkedHashMap<>();
        refused.fields().forEach(it -> result.merge(it.field(), visit.t(it.text()), (one, other) -> one + " " + other));
        if (result.isEmpty()) {
            result.put("", visit.t(refused.text()));
        }
        return result;
    }
}
