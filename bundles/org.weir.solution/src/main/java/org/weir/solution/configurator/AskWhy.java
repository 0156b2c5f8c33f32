package org.weir.solution.configurator;

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
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Explain;

/** Says why a feature cannot be had (or cannot be left out), and what could be done. */
@Component
public final class AskWhy implements Action {
    private final Configure configure;

    @Activate
    public AskWhy(@Reference Configure configure) {
        this.configure = configure;
    }

    /** @param without asks why it has to be there */
    public record Input(
            @FieldSpec(required = true) String siteType,

            @FieldSpec(required = true, max = 400) String feature,

            @FieldSpec(max = 400) @Nullable String value,

            @FieldSpec @Nullable Boolean without) {}

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public int order() {
        return 320;
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
        return true;
    }

    @Override
    public Done run(Call call) {
        Bench bench = configure.open(call.actor(), call.rows().get(0).id());
        Input input = (Input) call.input();
        SiteType type = Answers.siteType(bench, input.siteType());
        Choice wanted = Wish.named(bench, input.feature(), !Boolean.TRUE.equals(input.without()), input.value());
        Explain.Conflict conflict = configure.why(bench, type.id(), wanted);
        return conflict == null
                ? Done.answered(Text.of("configurator.possible", input.feature()), Map.of("possible", true))
                : Done.answered(Text.of("configurator.refused", input.feature()), Answers.conflict(conflict));
    }
}
