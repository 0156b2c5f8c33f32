package org.weir.web.admin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Directory.Team;
import org.weir.access.api.Directory.User;
import org.weir.base.api.Initials;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** {@code /admin/users}: who may sign in, and as what. */
public final class UserPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 100;
    private static final int FOUND = 200;
    private static final Crumb ALL = new Crumb(Text.of("admin.users"), "/admin/users");

    private final Directory directory;
    private final Texts texts;

    public UserPages(Services services) {
        this.directory = services.directory();
        this.texts = services.texts();
    }

    /** A line of the list. */
    public record Line(
            String url, String initials, String name, String login, String team, List<String> roles, boolean active) {}

    public record Choice(String value, String label, boolean chosen) {}

    /**
     * The form.
     *
     * @param id empty for a new user
     * @param errors by field; empty for the whole
     */
    public record Form(
            Visit v,
            String id,
            User user,
            List<Choice> languages,
            List<String> zones,
            List<Choice> teams,
            List<Choice> roles,
            Map<String, String> errors) {
        public String action() {
            return id.isEmpty() ? "/admin/users/new" : "/admin/users/" + id;
        }

        /** What is wrong with the field; null for nothing. */
        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    public List<Page> pages() {
        return List.of(
                Handled.show("/admin/users", Entry.ADMINISTER, this::list),
                Handled.form(
                        "/admin/users/new",
                        Entry.ADMINISTER,
                        visit -> show(visit, "", fresh(), Map.of()),
                        visit -> save(visit, null)),
                Handled.form(
                        "/admin/users/{id}", Entry.ADMINISTER, this::get, visit -> save(visit, visit.pathId("id"))),
                Handled.act(
                        "/admin/users/{id}/end-sessions",
                        Entry.ADMINISTER,
                        it -> "/admin/users/" + it.path("id"),
                        this::endSessions));
    }

    private Reply list(Visit visit) {
        String q = Objects.requireNonNullElse(visit.param("q"), "").strip();
        List<User> found = q.isEmpty()
                ? directory.users(visit.actor(), visit.param("after"), PAGE + 1)
                : search(visit, q.toLowerCase(Locale.ROOT));
        Map<UUID, Team> teams = directory.teams(
                found.stream().map(User::team).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, String> roles = new HashMap<>();
        directory.roles().forEach(it -> roles.put(it.code(), visit.t(it.name())));
        List<Line> lines = found.stream()
                .limit(q.isEmpty() ? PAGE : FOUND)
                .map(it -> line(it, teams, roles))
                .toList();
        String next = q.isEmpty() && found.size() > PAGE
                ? Urls.of("/admin/users")
                        .with("after", found.get(PAGE - 1).login())
                        .toString()
                : "";
        return new Reply.Show(Text.of("admin.users"), List.of(Entry.HOME), TEMPLATES.adminUsers(visit, lines, q, next));
    }

    private static Line line(User user, Map<UUID, Team> teams, Map<String, String> roles) {
        Team team = user.team() == null ? null : teams.get(user.team());
        return new Line(
                "/admin/users/" + user.id(),
                Initials.of(user.name()),
                user.name(),
                user.login(),
                team == null ? "" : team.name(),
                user.roles().stream()
                        .map(it -> roles.getOrDefault(it, it))
                        .sorted()
                        .toList(),
                user.active());
    }

    private List<User> search(Visit visit, String wanted) {
        List<User> result = new ArrayList<>();
        String after = null;
        List<User> page;
        do {
            page = directory.users(visit.actor(), after, PAGE);
            page.stream()
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(wanted)
                            || it.login().toLowerCase(Locale.ROOT).contains(wanted))
                    .forEach(result::add);
            after = page.isEmpty() ? null : page.get(page.size() - 1).login();
        } while (page.size() == PAGE && result.size() < FOUND);
        return result;
    }

    private static User fresh() {
        return new User(null, "", "", null, "", "", null, Set.of(), Set.of(), true);
    }

    private Reply get(Visit visit) {
        UUID id = visit.pathId("id");
        User user = directory.user(visit.actor(), id).orElseThrow(ProblemException::notFound);
        return show(visit, id.toString(), user, Map.of());
    }

    private Reply save(Visit visit, @Nullable UUID id) {
        User user = typed(visit, id);
        String password = visit.param("password");
        try {
            if (id == null && directory.byLogin(user.login()).isPresent()) {
                throw ProblemException.invalid("login", Text.of("access.user.login-taken"));
            }
            directory.save(visit.actor(), user, password == null || password.isEmpty() ? null : password);
        } catch (ProblemException refused) {
            return show(visit, id == null ? "" : id.toString(), user, Errors.of(visit, refused));
        }
        return new Reply.Redirect("/admin/users", Text.of("web.saved"));
    }

    private static User typed(Visit visit, @Nullable UUID id) {
        String email = typed(visit, "email");
        String team = typed(visit, "team");
        return new User(
                id,
                typed(visit, "login"),
                typed(visit, "name"),
                email.isEmpty() ? null : email,
                typed(visit, "language"),
                typed(visit, "zone"),
                team.isEmpty() ? null : Request.id(team),
                Arrays.stream(typed(visit, "regions").split("[,;，；]"))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)),
                new LinkedHashSet<>(visit.params("role")),
                visit.param("active") != null);
    }

    static String typed(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.param(name), "").strip();
    }

    private Reply endSessions(Visit visit) {
        UUID id = visit.pathId("id");
        directory.endSessions(visit.actor(), id);
        return new Reply.Redirect("/admin/users/" + id, Text.of("admin.user.sessions.ended"));
    }

    private Reply show(Visit visit, String id, User user, Map<String, String> errors) {
        List<Choice> languages = new ArrayList<>(List.of(
                new Choice("", visit.t("admin.user.default"), user.language().isEmpty())));
        texts.locales()
                .forEach(it -> languages.add(new Choice(
                        it.toLanguageTag(),
                        it.getDisplayName(it),
                        it.toLanguageTag().equals(user.language()))));
        List<Choice> roles = directory.roles().stream()
                .map((Role it) ->
                        new Choice(it.code(), visit.t(it.name()), user.roles().contains(it.code())))
                .toList();
        Form form = new Form(
                visit, id, user, languages, zones(), TeamPages.choices(visit, directory, user.team()), roles, errors);
        Text title = id.isEmpty() ? Text.of("admin.user.new") : Text.of("web.as-is", user.name());
        return new Reply.Show(title, List.of(Entry.HOME, ALL), TEMPLATES.adminUser(form));
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(it -> it.contains("/") && !it.startsWith("Etc/") && !it.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
