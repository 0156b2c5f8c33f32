package org.weir.admin.bundle;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/changes/{id}}: a change under way, and how it ended. */
@Component(service = Page.class)
public final class ChangePage implements Page {
    private final DeployComponent bundles;

    @Activate
    public ChangePage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    static String at(UUID deployment) {
        return "/admin/bundles/changes/" + deployment;
    }

    @Override
    public String path() {
        return "/admin/bundles/changes/{id}";
    }

    @Override
    public String permission() {
        return Permissions.DEPLOY;
    }

    @Override
    public Reply get(Visit visit) {
        HistoryPage.Line line = HistoryPage.Line.of(bundles.deploy().deployment(visit.pathId("id")));
        if (visit.htmx() && visit.param("piece") != null) {
            return new Reply.Fragment(Draw.TEMPLATES.bundleChanging(visit, line));
        }
        return new Reply.Show(
                Text.of("admin.plan.title", line.name()), Draw.CRUMBS, Draw.TEMPLATES.bundleChange(visit, line));
    }
}
