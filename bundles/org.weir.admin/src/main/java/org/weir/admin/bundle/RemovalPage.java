package org.weir.admin.bundle;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/{name}/remove}: what would go with a bundle, and removing it. */
@Component(service = Page.class)
public final class RemovalPage implements Page {
    private final DeployComponent bundles;

    @Activate
    public RemovalPage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    @Override
    public String path() {
        return "/admin/bundles/{name}/remove";
    }

    @Override
    public String permission() {
        return Permissions.DEPLOY;
    }

    @Override
    public Reply get(Visit visit) throws IOException {
        return show(visit, "");
    }

    @Override
    public Reply post(Visit visit) throws IOException {
        try {
            return new Reply.Redirect(
                    ChangePage.at(bundles.deploy()
                            .remove(new Deploy.Asked(visit.actor(), visit.address()), visit.path("name"))),
                    null);
        } catch (ProblemException refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            visit.status(409);
            return show(visit, visit.t(refused.text()));
        }
    }

    private Reply show(Visit visit, String failed) throws IOException {
        Plan plan = bundles.deploy().planRemoval(visit.path("name"));
        return new Reply.Show(
                Text.of("admin.plan.title", plan.name()),
                Draw.CRUMBS,
                Draw.TEMPLATES.bundlePlan(new JarPage.View(visit, plan, "", "", "", failed)));
    }
}
