package org.weir.admin.bundle;

import java.io.IOException;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weir.admin.Permissions;
import org.weir.admin.bundle.CompareRegion.Difference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/region}: the set of a region compared with what runs. */
@Component(service = Page.class)
public final class RegionPage implements Page {
    private final CompareRegion compare;

    @Activate
    public RegionPage(BundleContext context) {
        this.compare = new CompareRegion(context);
    }

    /** @param here the edition that runs */
    public record View(Visit v, String region, String here, List<String> known, List<Difference> differences) {}

    @Override
    public String path() {
        return "/admin/bundles/region";
    }

    @Override
    public String permission() {
        return Permissions.BUNDLES;
    }

    @Override
    public Reply get(Visit visit) throws IOException {
        String asked = visit.param("region");
        String region = asked == null ? compare.here() : asked;
        List<String> known = compare.known();
        if (!known.contains(region)) {
            throw ProblemException.notFound();
        }
        View view = new View(visit, region, compare.here(), known, compare.with(region));
        return new Reply.Show(Text.of("admin.region"), Draw.CRUMBS, Draw.TEMPLATES.bundleRegion(view));
    }
}
