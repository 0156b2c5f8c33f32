package org.weir.admin.bundle;

import java.io.IOException;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/jars/{sha}}: what installing a jar would do, and doing it. */
@Component(service = Page.class)
public final class JarPage implements Page {
    private final DeployComponent bundles;

    @Activate
    public JarPage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    /**
     * @param file what the sender called it; empty when something is removed
     * @param size formatted
     * @param signer empty when it is not signed
     * @param failed why it could not be begun just now; empty otherwise
     */
    public record View(Visit v, Plan plan, String file, String size, String signer, String failed) {}

    @Override
    public String path() {
        return "/admin/bundles/jars/{sha}";
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
            UUID begun = bundles.deploy().install(new Deploy.Asked(visit.actor(), visit.address()), visit.path("sha"));
            return new Reply.Redirect(ChangePage.at(begun), null);
        } catch (ProblemException refused) {
            if (refused.status() != 409) {
                throw refused;
            }
            visit.status(409);
            return show(visit, visit.t(refused.text()));
        }
    }

    private Reply show(Visit visit, String failed) throws IOException {
        String sha = visit.path("sha");
        var jar = bundles.deploy().jar(sha);
        Plan plan = bundles.deploy().plan(sha);
        View view = new View(
                visit,
                plan,
                jar.fileName(),
                visit.t("admin.jar.kilobytes", Math.max(1, jar.size() / 1024)),
                jar.signer(),
                failed);
        return new Reply.Show(Text.of("admin.plan.title", plan.name()), Draw.CRUMBS, Draw.TEMPLATES.bundlePlan(view));
    }
}
