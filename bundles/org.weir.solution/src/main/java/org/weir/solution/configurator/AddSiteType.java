package org.weir.solution.configurator;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Configure;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Feature;

/** Adds a kind of site with its number of sites. */
@Component
public final class AddSiteType implements Action {
    private final Configure configure;

    @Activate
    public AddSiteType(@Reference Configure configure) {
        this.configure = configure;
    }

    /**
     * @param kind the feature of the model that stands for the kind of site
     * @param siteRecords the sites meant, as far as they are known
     * @param revision of the configuration as it was seen; 409 when it is another meanwhile
     */
    public record Input(
            @FieldSpec(required = true) String name,

            @FieldSpec(required = true, initial = "1") Integer sites,

            @FieldSpec(max = 400) @Nullable String kind,

            @FieldSpec(ref = "site") List<UUID> siteRecords,

            @FieldSpec @Nullable Long revision) {}

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public String name() {
        return "add-site-type";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return !"quoted".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Bench bench = configure.open(call.actor(), call.rows().get(0).id(), input.revision());
        Feature kind = input.kind() == null ? null : bench.feature(input.kind());
        List<UUID> sites = input.siteRecords();
        SiteType type = configure.addSiteType(call.actor(), bench, input.name(), input.sites(), sites, kind);
        Bench now = configure.open(call.actor(), bench.row().id());
        return Done.answered(Text.of("configurator.added", type.name()), Answers.standing(now, type.id()));
    }
}
