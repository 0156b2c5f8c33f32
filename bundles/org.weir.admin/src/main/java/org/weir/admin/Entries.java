package org.weir.admin;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** The ways to the administration's pages. */
@Component(
        service = {},
        immediate = true)
public final class Entries {
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    @Activate
    public Entries(BundleContext context) {
        for (Entry one : List.of(
                new Entry(5, Text.of("admin.home"), "layout-dashboard", "/admin", Permissions.HEALTH),
                new Entry(50, Text.of("admin.bundles"), "puzzle", "/admin/bundles", Permissions.BUNDLES),
                new Entry(54, Text.of("settings.title"), "sliders-horizontal", "/admin/settings", Permissions.SETTINGS),
                new Entry(56, Text.of("health.title"), "circle-check", "/admin/health", Permissions.HEALTH))) {
            offered.add(context.registerService(NavEntry.class, one, null));
        }
    }

    @Deactivate
    void close() {
        offered.forEach(ServiceRegistration::unregister);
    }

    record Entry(int order, Text label, String icon, String href, String permission) implements NavEntry {
        @Override
        public String section() {
            return "section.administration";
        }
    }
}
