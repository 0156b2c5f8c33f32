package org.weir.web.admin;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.weir.base.api.Text;
import org.weir.log.api.BundleFailures;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;

/** {@code /admin/bundles}: what is installed, and why something is not there. */
@Component(service = Page.class)
public final class BundlesPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final FindBundles find;

    @Activate
    public BundlesPage(
            BundleContext context, @Reference ServiceComponentRuntime components, @Reference BundleFailures failures) {
        this.find = new FindBundles(context, components, failures);
    }

    @Override
    public String path() {
        return "/admin/bundles";
    }

    @Override
    public String permission() {
        return Entry.BUNDLES;
    }

    @Override
    public Reply get(Visit visit) {
        String only = UserPages.typed(visit, "state");
        List<BundleLine> all = find.all(only.equals("all"));
        List<BundleLine> shown = all.stream()
                .filter(it -> !only.equals("trouble") || it.trouble())
                .toList();
        long trouble = all.stream().filter(BundleLine::trouble).count();
        return new Reply.Show(
                Text.of("admin.bundles"), List.of(), TEMPLATES.adminBundles(visit, shown, only, all.size(), trouble));
    }
}
