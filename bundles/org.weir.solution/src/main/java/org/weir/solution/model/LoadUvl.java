package org.weir.solution.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;

/** Makes a product model from UVL. */
@Component
public final class LoadUvl implements Action {
    private final LoadModel load;

    @Activate
    public LoadUvl(@Reference LoadModel load) {
        this.load = load;
    }

    /** @param source the text of the .uvl file */
    public record Input(
            @FieldSpec(required = true) String name,

            @FieldSpec(max = 60) @Nullable String edition,

            @FieldSpec(required = true, max = 3, initial = "USD")
            String currency,

            @FieldSpec(required = true, multiline = true, max = 8_000_000)
            String source) {}

    @Override
    public String type() {
        return SolutionTypes.PRODUCT_MODEL;
    }

    @Override
    public String name() {
        return "load-uvl";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.LIST);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = load.create(call.actor(), input.name(), input.edition(), input.currency(), input.source());
        return Done.open(Text.of("model.loaded", row.values().getOrDefault("features", 0)), row);
    }
}
