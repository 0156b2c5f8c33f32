package org.weir.solution.configurator;

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

/** Chooses a feature (or a quantity, or a value) in one site type, or leaves it out. */
@Component
public final class ChooseFeature implements Action {
    private final Configure configure;

    @Activate
    public ChooseFeature(@Reference Configure configure) {
        this.configure = configure;
    }

    /**
     * @param feature its name in the model
     * @param value pieces of a counted feature, or the value of a typed one
     * @param without to leave it out
     * @param open to take the choice back
     * @param revision of the configuration as it was seen; 409 when it is another meanwhile
     */
    public record Input(
            @FieldSpec(required = true) String siteType,

            @FieldSpec(required = true, max = 400) String feature,

            @FieldSpec(max = 400) @Nullable String value,

            @FieldSpec @Nullable Boolean without,

            @FieldSpec @Nullable Boolean open,

            @FieldSpec @Nullable Long revision) {}

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public String name() {
        return "choose";
    }

    @Override
    public int order() {
        return 310;
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
        SiteType type = Answers.siteType(bench, input.siteType());
        if (Boolean.TRUE.equals(input.open())) {
            configure.clear(call.actor(), bench, type.id(), bench.feature(input.feature()));
        } else {
            Choice wanted = Wish.named(bench, input.feature(), !Boolean.TRUE.equals(input.without()), input.value());
            Explain.Conflict conflict = configure.choose(call.actor(), bench, type.id(), wanted);
            if (conflict != null) {
                return Done.answered(Text.of("configurator.refused", input.feature()), Answers.conflict(conflict));
            }
        }
        Bench now = configure.open(call.actor(), bench.row().id());
        return Done.answered(Text.of("configurator.chosen", input.feature()), Answers.standing(now, type.id()));
    }
}
