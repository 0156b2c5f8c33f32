package org.weir.solution.configurator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.weir.solution.configuration.Goal;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Complete;

/** Decides everything that is open in all site types, with the least price, energy or five-year cost. */
@Component
public final class CompleteConfiguration implements Action {
    private final Configure configure;

    @Activate
    public CompleteConfiguration(@Reference Configure configure) {
        this.configure = configure;
    }

    /** @param revision of the configuration as it was seen; 409 when it is another meanwhile */
    public record Input(
            @FieldSpec(required = true, initial = "five-year-cost")
            Least goal,

            @FieldSpec @Nullable Long revision) {}

    /** As {@link Goal}. */
    public enum Least {
        PRICE,
        ENERGY,
        FIVE_YEAR_COST
    }

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public int order() {
        return 330;
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
        Goal goal = Goal.valueOf(input.goal().name());
        List<Map<String, Object>> types = new ArrayList<>();
        for (SiteType type : bench.siteTypes()) {
            Bench now = configure.open(call.actor(), bench.row().id());
            Complete.Completion done = configure.complete(call.actor(), now, type.id(), goal);
            types.add(Map.of(
                    "siteType", type.name(), "cost", done.cost(), "atLeast", done.atLeast(), "proven", done.proven()));
        }
        return Done.answered(
                Text.of("configurator.completed", types.size()),
                Map.of(
                        "siteTypes",
                        types,
                        "revision",
                        configure.open(call.actor(), bench.row().id()).revision()));
    }
}
