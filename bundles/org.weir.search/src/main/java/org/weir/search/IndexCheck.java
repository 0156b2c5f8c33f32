package org.weir.search;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.search.api.Search;

/** Whether all is indexed. */
@Component
public final class IndexCheck implements HealthCheck {
    private final Search search;

    @Activate
    public IndexCheck(@Reference Search search) {
        this.search = search;
    }

    @Override
    public String name() {
        return "search-index";
    }

    @Override
    public Text title() {
        return Text.of("health.search");
    }

    @Override
    public Result check() {
        return switch (search.state()) {
            case READY -> Result.good(Text.of("health.search.ready"));
            case BUILDING -> Result.warn(Text.of("health.search.building"));
            case AWAY -> Result.warn(Text.of("health.search.away"));
        };
    }
}
