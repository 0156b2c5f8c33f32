package org.weir.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Team;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /admin/teams}: the tree of teams. */
public final class TeamPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final Crumb ALL = new Crumb(Text.of("admin.teams"), "/admin/teams");

    private final Directory directory;

    public TeamPages(Services services) {
        this.directory = services.directory();
    }

    /** @param above the names of the teams above, outermost first */
    public record Line(String url, String name, String above, String under) {}

    public List<Page> pages() {
        return List.of(
                Handled.show("/admin/teams", Entry.ADMINISTER, this::list),
                Handled.form("/admin/teams/new", Entry.ADMINISTER, this::fresh, visit -> save(visit, null)),
                Handled.form(
                        "/admin/teams/{id}", Entry.ADMINISTER, this::get, visit -> save(visit, visit.pathId("id"))));
    }

    private Reply list(Visit visit) {
        List<Line> lines = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (Team team : directory.teams()) {
            while (above.size() > team.depth()) {
                above.remove(above.size() - 1);
            }
            lines.add(new Line(
                    "/admin/teams/" + team.id(),
                    team.name(),
                    above.isEmpty() ? "" : String.join(" › ", above) + " › ",
                    "/admin/teams/new?parent=" + team.id()));
            above.add(team.name());
        }
        return new Reply.Show(Text.of("admin.teams"), List.of(Entry.HOME), TEMPLATES.adminTeams(visit, lines));
    }

    /** The teams to choose from, with nothing at the top. */
    public static List<UserPages.Choice> choices(Visit visit, Directory directory, @Nullable UUID chosen) {
        List<UserPages.Choice> result = new ArrayList<>();
        result.add(new UserPages.Choice("", visit.t("admin.team.none"), chosen == null));
        for (Team it : directory.teams()) {
            result.add(new UserPages.Choice(
                    it.id().toString(),
                    "\u2003".repeat(it.depth()) + it.name(),
                    it.id().equals(chosen)));
        }
        return result;
    }

    private Reply fresh(Visit visit) {
        String parent = visit.param("parent");
        return show(visit, "", "", parent == null ? null : Request.id(parent), Map.of());
    }

    private Reply get(Visit visit) {
        UUID id = visit.pathId("id");
        Team team = directory.teams(List.of(id)).get(id);
        if (team == null) {
            throw ProblemException.notFound();
        }
        return show(visit, id.toString(), team.name(), team.parent(), Map.of());
    }

    private Reply save(Visit visit, @Nullable UUID id) {
        String name = UserPages.typed(visit, "name");
        String above = UserPages.typed(visit, "parent");
        UUID parent = above.isEmpty() ? null : Request.id(above);
        try {
            directory.saveTeam(visit.actor(), id, name, parent);
        } catch (ProblemException refused) {
            return show(visit, id == null ? "" : id.toString(), name, parent, Errors.of(visit, refused));
        }
        return new Reply.Redirect("/admin/teams", Text.of("web.saved"));
    }

    private Reply show(Visit visit, String id, String name, @Nullable UUID parent, Map<String, String> errors) {
        return new Reply.Show(
                id.isEmpty() ? Text.of("admin.team.new") : Text.of("admin.team.edit"),
                List.of(Entry.HOME, ALL),
                TEMPLATES.adminTeam(visit, id, name, choices(visit, directory, parent), errors));
    }
}
