package org.weir.admin;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** The way to the bundles. */
@Component
public final class BundlesEntry implements NavEntry {
    @Override
    public String section() {
        return "section.administration";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Text label() {
        return Text.of("admin.bundles");
    }

    @Override
    public String icon() {
        return "puzzle";
    }

    @Override
    public String href() {
        return "/admin/bundles";
    }

    @Override
    public String permission() {
        return Permissions.BUNDLES;
    }
}
