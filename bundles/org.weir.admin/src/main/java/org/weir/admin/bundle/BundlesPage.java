package org.weir.admin.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles}: what is installed, and why something is not there. */
@Component(service = Page.class)
public final class BundlesPage implements Page {
    private final DeployComponent bundles;

    @Activate
    public BundlesPage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    /**
     * @param former the version that may come back, by bundle
     * @param deploys whether the reader may change anything
     */
    public record View(
            Visit v,
            List<BundleLine> bundles,
            String only,
            int all,
            long trouble,
            Map<String, String> former,
            boolean deploys) {}

    @Override
    public String path() {
        return "/admin/bundles";
    }

    @Override
    public String permission() {
        return Permissions.BUNDLES;
    }

    @Override
    public Reply get(Visit visit) {
        String asked = visit.param("state");
        String only = asked == null ? "" : asked;
        List<BundleLine> all = bundles.find().all(only.equals("all"));
        List<BundleLine> shown = all.stream()
                .filter(it -> !only.equals("trouble") || it.trouble())
                .toList();
        long trouble = all.stream().filter(BundleLine::trouble).count();
        boolean deploys = visit.actor().may(Permissions.DEPLOY);
        Map<String, String> former = new HashMap<>();
        if (deploys) {
            bundles.deploy().wanted().forEach(it -> bundles.deploy()
                    .former(it.name())
                    .ifPresent(jar -> former.put(it.name(), jar.version())));
        }
        return new Reply.Show(
                Text.of("admin.bundles"),
                List.of(new Reply.Crumb(Text.of("admin.home"), "/admin")),
                Draw.TEMPLATES.bundleAll(new View(visit, shown, only, all.size(), trouble, former, deploys)));
    }
}
