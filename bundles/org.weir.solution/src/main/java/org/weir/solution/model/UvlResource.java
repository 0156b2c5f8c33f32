package org.weir.solution.model;

import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.rest.api.Resource;
import org.weir.solution.api.SolutionTypes;

/** Gives a model back as it was loaded. */
@Component
public final class UvlResource implements Resource {
    private final LoadModel load;
    private final Records records;

    @Activate
    public UvlResource(@Reference LoadModel load, @Reference Records records) {
        this.load = load;
        this.records = records;
    }

    @Override
    public String path() {
        return "/product-models/{id}/uvl";
    }

    @Override
    public String name() {
        return "readUvl";
    }

    @Override
    public Text summary() {
        return Text.of("model.source");
    }

    @Override
    public String permission() {
        return "product-model:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        UUID id = ask.pathId("id");
        records.read(ask.actor(), SolutionTypes.PRODUCT_MODEL, id);
        return Map.of("id", id, "source", load.source(id));
    }
}
