package org.weir.solution.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.engine.CompiledModel;
import org.weir.store.api.Database;

/** Reads a model in UVL and keeps it; one that is wrong, or that no product meets, is refused with the reason. */
@Component(service = LoadModel.class)
public final class LoadModel {
    private static final int LONGEST = 8_000_000;

    private final Database database;
    private final Records records;
    private final ModelStore store;

    @Activate
    public LoadModel(@Reference(target = "(schema=solution)") Database database, @Reference Records records) {
        this.database = database;
        this.records = records;
        this.store = new ModelStore(database);
    }

    /** @return the new model, released */
    public Row create(Actor actor, String name, @Nullable String edition, String currency, String source) {
        CompiledModel compiled = check(source);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("edition", edition);
        values.put("currency", currency);
        values.put("state", "released");
        return database.write(handle -> {
            Row row = records.create(actor, Draft.create(SolutionTypes.PRODUCT_MODEL, values));
            store.save(row.id(), source);
            return counted(actor, row, compiled);
        });
    }

    /** Puts another source into a draft; released models stay as they are, so that what was configured stays explained. */
    public Row replace(Actor actor, Row model, String source) {
        if (!"draft".equals(model.text("state"))) {
            throw ProblemException.conflict(Text.of("model.not-draft"));
        }
        CompiledModel compiled = check(source);
        return database.write(handle -> {
            store.save(model.id(), source);
            return counted(actor, model, compiled);
        });
    }

    /** What is in the model, as it was loaded. */
    public String source(UUID model) {
        return store.source(model).orElseThrow(ProblemException::notFound);
    }

    private Row counted(Actor actor, Row row, CompiledModel compiled) {
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        counts.put("features", (long) compiled.model().features().size());
        counts.put("rules", (long) compiled.model().rules().size());
        counts.put("core", count(compiled, true));
        counts.put("dead", count(compiled, false));
        return records.update(actor, Draft.change(row, counts));
    }

    private static long count(CompiledModel compiled, boolean core) {
        return compiled.model().features().stream()
                .filter(it ->
                        core ? compiled.bare().forced(it) : compiled.bare().forbidden(it))
                .count();
    }

    private static CompiledModel check(String source) {
        if (source.length() > LONGEST) {
            throw ProblemException.invalid("source", Text.of("model.too-long", LONGEST));
        }
        CompiledModel compiled = CompiledModels.compile(source, "source");
        if (compiled.isVoid()) {
            throw ProblemException.invalid("source", Text.of("model.void"));
        }
        return compiled;
    }
}
