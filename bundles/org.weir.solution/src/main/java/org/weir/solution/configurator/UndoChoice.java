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

/** Takes the last change of choices back. */
@Component
public final class UndoChoice implements Action {
    private final Configure configure;

    @Activate
    public UndoChoice(@Reference Configure configure) {
        this.configure = configure;
    }

    /** @param revision of the configuration as it was seen; 409 when it is another meanwhile */
    public record Input(@FieldSpec @Nullable Long revision) {}

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public int order() {
        return 340;
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
        Long seen = ((Input) call.input()).revision();
        Bench bench = configure.open(call.actor(), call.rows().get(0).id(), seen);
        String what = configure.undo(call.actor(), bench);
        return Done.answered(
                Text.of("configurator.undone", what),
                Map.of(
                        "undone",
                        what,
                        "revision",
                        configure.open(call.actor(), bench.row().id()).revision()));
    }
}
