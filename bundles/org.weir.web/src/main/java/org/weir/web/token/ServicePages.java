package org.weir.web.token;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.User;
import org.weir.access.api.Tokens;
import org.weir.access.api.Tokens.Made;
import org.weir.access.api.Tokens.Wanted;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.admin.Entry;
import org.weir.web.admin.TeamPages;
import org.weir.web.admin.UserPages.Choice;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /admin/services}: accounts of programs, and their tokens. */
public final class ServicePages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String AT = "/admin/services";
    private static final Crumb ADMIN = new Crumb(Text.of("admin.home"), "/admin");
    private static final Crumb ALL = new Crumb(Text.of("service.all"), AT);

    private final Tokens tokens;
    private final Directory directory;

    public ServicePages(Services services) {
        this.tokens = services.access().tokens();
        this.directory = services.directory();
    }

    /** A line of the list. */
    public record Line(String url, String name, String login, List<String> roles, boolean active, int tokens) {}

    /**
     * One account.
     *
     * @param id empty for a new one
     * @param secret of the token just made; empty without
     * @param errors by field; empty for the whole
     */
    public record Form(
            Visit v,
            String id,
            User user,
            List<Choice> teams,
            List<Choice> roles,
            List<TokenPages.Line> tokens,
            String secret,
            String secretName,
            Map<String, String> errors) {
        public String action() {
            return id.isEmpty() ? AT + "/new" : AT + "/" + id;
        }

        /** What is wrong with the field; null for nothing. */
        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    public List<Page> pages() {
        return List.of(
                Handled.show(AT, Entry.ADMINISTER, this::list),
                Handled.form(
                        AT + "/new",
                        Entry.ADMINISTER,
                        visit -> show(visit, "", fresh(), null, Map.of()),
                        visit -> save(visit, null)),
                Handled.form(
                        AT + "/{id}",
                        Entry.ADMINISTER,
                        visit -> show(visit, visit.path("id"), found(visit), null, Map.of()),
                        visit -> save(visit, visit.pathId("id"))),
                Handled.form(
                        AT + "/{id}/token",
                        Entry.ADMINISTER,
                        visit -> tokenForm(visit, TokenForm.fresh(), Map.of()),
                        this::make),
                Handled.act(
                        AT + "/{id}/tokens/{token}/revoke",
                        Entry.ADMINISTER,
                        it -> AT + "/" + it.path("id"),
                        this::revoke));
    }

    private Reply list(Visit visit) {
        Map<String, String> roles = new HashMap<>();
        directory.roles().forEach(it -> roles.put(it.code(), visit.t(it.name())));
        List<Line> lines = directory.services(visit.actor()).stream()
                .map(it -> new Line(
                        AT + "/" + it.id(),
                        it.name(),
                        it.login(),
                        it.roles().stream()
                                .map(role -> roles.getOrDefault(role, role))
                                .sorted()
                                .toList(),
                        it.active(),
                        tokens.of(visit.actor(), Objects.requireNonNull(it.id()))
                                .size()))
                .toList();
        return new Reply.Show(Text.of("service.all"), List.of(ADMIN), TEMPLATES.tokenServices(visit, lines));
    }

    private static User fresh() {
        return new User(null, "", "", null, "", "", null, Set.of(), Set.of(), true, true);
    }

    private User found(Visit visit) {
        return directory
                .user(visit.actor(), visit.pathId("id"))
                .filter(User::service)
                .orElseThrow(ProblemException::notFound);
    }

    private Reply save(Visit visit, @Nullable UUID id) {
        User typed = typed(visit, id);
        try {
            if (id == null && directory.byLogin(typed.login()).isPresent()) {
                throw ProblemException.invalid("login", Text.of("access.user.login-taken"));
            }
            UUID saved = directory.save(visit.actor(), typed, null);
            return new Reply.Redirect(AT + "/" + saved, Text.of("web.saved"));
        } catch (ProblemException refused) {
            return show(visit, id == null ? "" : id.toString(), typed, null, TokenPages.errors(visit, refused));
        }
    }

    private static User typed(Visit visit, @Nullable UUID id) {
        String team = text(visit, "team");
        return new User(
                id,
                text(visit, "login"),
                text(visit, "name"),
                null,
                "",
                "",
                team.isEmpty() ? null : Request.id(team),
                Arrays.stream(text(visit, "regions").split("[,;，；]"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                new LinkedHashSet<>(visit.params("role")),
                visit.param("active") != null,
                true);
    }

    private static String text(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.param(name), "").strip();
    }

    private Reply show(Visit visit, String id, User user, @Nullable Made made, Map<String, String> errors) {
        List<Choice> roles = directory.roles().stream()
                .map(it ->
                        new Choice(it.code(), visit.t(it.name()), user.roles().contains(it.code())))
                .toList();
        List<Choice> teams = TeamPages.choices(visit, directory, user.team());
        List<TokenPages.Line> lines =
                id.isEmpty() ? List.of() : TokenPages.lines(visit, tokens.of(visit.actor(), UUID.fromString(id)));
        Form form = new Form(
                visit,
                id,
                user,
                teams,
                roles,
                lines,
                made == null ? "" : made.secret(),
                made == null ? "" : made.token().name(),
                errors);
        Text title = id.isEmpty() ? Text.of("service.new") : Text.of("web.as-is", user.name());
        return new Reply.Show(title, List.of(ADMIN, ALL), TEMPLATES.tokenService(form));
    }

    private Reply tokenForm(Visit visit, Wanted wanted, Map<String, String> errors) {
        User service = found(visit);
        String at = AT + "/" + service.id();
        TokenForm.Place place = new TokenForm.Place(at + "/token", at, false);
        return new Reply.Show(
                Text.of("token.new"),
                List.of(ADMIN, ALL, new Crumb(Text.of("web.as-is", service.name()), at)),
                TEMPLATES.tokenForm(TokenForm.of(visit, place, tokens, directory, wanted, errors)));
    }

    private Reply make(Visit visit) {
        Wanted wanted = TokenForm.typed(visit);
        User service = found(visit);
        try {
            Made made = tokens.makeFor(visit.actor(), visit.pathId("id"), wanted);
            return show(visit, visit.path("id"), service, made, Map.of());
        } catch (ProblemException refused) {
            return tokenForm(visit, wanted, TokenPages.errors(visit, refused));
        }
    }

    private Reply revoke(Visit visit) {
        tokens.revoke(visit.actor(), visit.pathId("id"), visit.pathId("token"));
        return new Reply.Redirect(AT + "/" + visit.path("id"), Text.of("token.revoked"));
    }
}
