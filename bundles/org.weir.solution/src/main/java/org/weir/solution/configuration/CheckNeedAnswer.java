package org.weir.solution.configuration;

import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Validator;
import org.weir.solution.model.CompiledModels;
import org.weir.store.api.Database;

/** A need is answered by a feature that the configuration's model has. */
@Component
public final class CheckNeedAnswer implements Validator {
    private final ConfigurationStore store;
    private final CompiledModels models;

    @Activate
    public CheckNeedAnswer(
            @Reference(target = "(schema=solution)") Database database, @Reference CompiledModels models) {
        this.store = new ConfigurationStore(database);
        this.models = models;
    }

    @Override
    public String type() {
        return AnswerNeeds.NEED_ANSWER;
    }

    @Override
    public void check(Change change, Rejections rejections) {
        if (change.after() == null || !(change.changes("feature") || change.changes("configuration"))) {
            return;
        }
        UUID configuration = Objects.requireNonNull(change.after().ref("configuration"));
        String feature = Objects.requireNonNullElse(change.after().text("feature"), "");
        boolean known = store.head(configuration)
                .map(it -> models.of(it.model()).model().find(feature) != null)
                .orElse(false);
        if (!known) {
            rejections.reject("feature", Text.of("uvl.unknown-feature", feature));
        }
    }
}
