package org.weir.solution.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.ModelException;
import org.weir.solution.engine.uvl.UvlReader;
import org.weir.store.api.Database;

/** Product models ready for questions; the last used ones are kept, by what is written in them. */
@Component(service = CompiledModels.class)
public final class CompiledModels {
    private static final int KEPT = 12;

    private final ModelStore store;
    private final Map<String, CompiledModel> kept = new LinkedHashMap<>(16, 0.75f, true);

    @Activate
    public CompiledModels(@Reference(target = "(schema=solution)") Database database) {
        this.store = new ModelStore(database);
    }

    /** @throws ProblemException 409 when nothing has been loaded into the model yet */
    public CompiledModel of(UUID model) {
        String fingerprint =
                store.fingerprint(model).orElseThrow(() -> ProblemException.conflict(Text.of("model.nothing-loaded")));
        synchronized (kept) {
            CompiledModel known = kept.get(fingerprint);
            if (known != null) {
                return known;
            }
        }
        CompiledModel compiled =
                CompiledModel.of(UvlReader.read(store.source(model).orElse("")));
        keep(fingerprint, compiled);
        return compiled;
    }

    private void keep(String fingerprint, CompiledModel compiled) {
        synchronized (kept) {
            kept.put(fingerprint, compiled);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** @throws ProblemException 422 at the field, with line, column and reason */
    static CompiledModel compile(String source, String field) {
        try {
            return CompiledModel.of(UvlReader.read(source));
        } catch (ModelException e) {
            throw ProblemException.invalid(field, Text.of("model.wrong", e.line(), e.column(), e.reason()));
        }
    }
}
