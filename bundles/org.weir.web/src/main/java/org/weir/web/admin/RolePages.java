package org.weir.web.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.RecordTypes;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Services;

/** {@code /admin/roles}: what each role may do, and how far. */
public final class RolePages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Crumb ALL = new Crumb(Text.of("admin.roles"), "/admin/roles");
    private static final String BUILT_IN = "administrator";

    private final Directory directory;
    private final RecordTypes types;

    public RolePages(Services services) {
        this.directory = services.directory();
        this.types = services.types();
    }

    public record Line(String url, String name, String code, int permissions) {}

    /**
     * A permission and how far it is granted.
     *
     * @param scoped whether it is about records, so that it can reach less than all
     */
    public record Grant(String code, String label, boolean scoped, Set<Scope> scopes) {
        public boolean has(Scope scope) {
            return scopes.contains(scope);
        }
    }

    /**
     * The form.
     *
     * @param code empty for a new role
     * @param builtIn cannot be changed
     */
    public record Form(
            Visit v,
            String code,
            String typedCode,
            String name,
            List<Grant> grants,
            boolean builtIn,
            Map<String, String> errors) {
        public String action() {
            return code.isEmpty() ? "/admin/roles/new" : "/admin/roles/" + code;
        }
    }

    public List<Page> pages() {
        return List.of(
                Handled.show("/admin/roles", Entry.ADMINISTER, this::list),
                Handled.form(
                        "/admin/roles/new",
                        Entry.ADMINISTER,
                        visit -> show(visit, "", "", "", Map.of(), Map.of()),
                        visit -> save(visit, "")),
                Handled.form(
                        "/admin/roles/{code}", Entry.ADMINISTER, this::get, visit -> save(visit, visit.path("code"))),
                Handled.act("/admin/roles/{code}/remove", Entry.ADMINISTER, it -> "/admin/roles", this::remove));
    }

    /** What the scopes are called, in their order. */
    public static List<String> scopes(Visit visit) {
        return Arrays.stream(Scope.values())
                .map(it -> visit.t(
                        "admin.scope." + it.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }

    private Reply list(Visit visit) {
        List<Line> lines = directory.roles().stream()
                .map(it -> new Line(
                        "/admin/roles/" + it.code(),
                        visit.t(it.name()),
                        it.code(),
                        it.grants().size()))
                .toList();
        return new Reply.Show(Text.of("admin.roles"), List.of(Entry.HOME), TEMPLATES.adminRoles(visit, lines));
    }

    private Role role(String code) {
        return directory.roles().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private Reply get(Visit visit) {
        Role role = role(visit.path("code"));
        return show(visit, role.code(), role.code(), visit.t(role.name()), role.grants(), Map.of());
    }

    private Reply save(Visit visit, String code) {
        String name = UserPages.typed(visit, "name");
        String typedCode = code.isEmpty() ? UserPages.typed(visit, "code") : code;
        Map<String, Set<Scope>> grants = grants(visit.params("grant"));
        try {
            directory.saveRole(visit.actor(), new Role(typedCode, nameOf(visit, code, typedCode, name), grants));
        } catch (ProblemException refused) {
            return show(visit, code, typedCode, name, grants, Errors.of(visit, refused));
        }
        return new Reply.Redirect("/admin/roles", Text.of("web.saved"));
    }

    /** A template's name stays a text key unless somebody typed another. */
    private String nameOf(Visit visit, String code, String typedCode, String name) {
        if (code.isEmpty()) {
            if (directory.roles().stream().anyMatch(it -> it.code().equals(typedCode))) {
                throw ProblemException.invalid("code", Text.of("admin.role.code-taken"));
            }
            return name;
        }
        Role before = role(code);
        return visit.t(before.name()).equals(name) ? before.name() : name;
    }

    /** @param sent {@code permission|SCOPE} each; what is neither is left out */
    static Map<String, Set<Scope>> grants(List<String> sent) {
        Map<String, Set<Scope>> result = new LinkedHashMap<>();
        for (String grant : sent) {
            int bar = grant.lastIndexOf('|');
            for (Scope scope : Scope.values()) {
                if (bar > 0 && scope.name().equals(grant.substring(bar + 1))) {
                    result.computeIfAbsent(grant.substring(0, bar), key -> EnumSet.noneOf(Scope.class))
                            .add(scope);
                }
            }
        }
        return result;
    }

    private Reply remove(Visit visit) {
        Role role = role(visit.path("code"));
        try {
            directory.removeRole(visit.actor(), role.code());
        } catch (ProblemException refused) {
            return show(
                    visit, role.code(), role.code(), visit.t(role.name()), role.grants(), Errors.of(visit, refused));
        }
        return new Reply.Redirect("/admin/roles", Text.of("admin.role.removed"));
    }

    private Reply show(
            Visit visit,
            String code,
            String typedCode,
            String name,
            Map<String, Set<Scope>> granted,
            Map<String, String> errors) {
        Map<String, Grant> grants = new TreeMap<>();
        directory.permissions().forEach(it -> grants.put(it.code(), grant(it.code(), visit.t(it.text()), granted)));
        granted.keySet().forEach(it -> grants.computeIfAbsent(it, key -> grant(it, label(visit, it), granted)));
        Form form =
                new Form(visit, code, typedCode, name, new ArrayList<>(grants.values()), code.equals(BUILT_IN), errors);
        Text title = code.isEmpty() ? Text.of("admin.role.new") : Text.of("web.as-is", name);
        return new Reply.Show(title, List.of(Entry.HOME, ALL), TEMPLATES.adminRole(form));
    }

    private static String label(Visit visit, String code) {
        return code.equals("*") ? visit.t("admin.permission.everything") : code;
    }

    private Grant grant(String code, String label, Map<String, Set<Scope>> granted) {
        int colon = code.indexOf(':');
        String subject = colon < 0 ? code : code.substring(0, colon);
        boolean scoped = subject.equals("*") || types.find(subject).isPresent();
        return new Grant(code, label, scoped, granted.getOrDefault(code, Set.of()));
    }
}
