package org.weir.admin.bundle;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.ProblemException;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/{name}/back}: the version that was there before, again. */
@Component(service = Page.class)
public final class BackPage implements Page {
    private final DeployComponent bundles;

    @Activate
    public BackPage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    @Override
    public String path() {
        return "/admin/bundles/{name}/back";
    }

    @Override
    public String permission() {
        return Permissions.DEPLOY;
    }

    /** What it would do. */
    @Override
    public Reply get(Visit visit) {
        String sha = bundles.deploy()
                .former(visit.path("name"))
                .orElseThrow(ProblemException::notFound)
                .sha();
        return new Reply.Redirect("/admin/bundles/jars/" + sha, null);
    }

    @Override
    public Reply post(Visit visit) throws IOException {
        try {
            return new Reply.Redirect(
                    ChangePage.at(bundles.deploy()
                            .back(new Deploy.Asked(visit.actor(), visit.address()), visit.path("name"))),
                    null);
        } catch (ProblemException refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            return new Reply.Redirect("/admin/bundles", refused.text());
        }
    }
}
