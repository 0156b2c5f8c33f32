package org.weir.solution.configuration;

import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Validator;
import org.weir.solution.api.SolutionTypes;
import org.weir.store.api.Database;

/** What has been chosen from one model stays with it; an energy price is not below zero. */
@Component
public final class CheckConfiguration implements Validator {
    private final ConfigurationStore store;

    @Activate
    public CheckConfiguration(@Reference(target = "(schema=solution)") Database database) {
        this.store = new ConfigurationStore(database);
    }

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public void check(Change change, Rejections rejections) {
        if (change.after() == null) {
            return;
        }
        if (change.before() != null
                && change.changes("model")
                && !store.content(change.before().id()).siteTypes().isEmpty()) {
            rejections.reject("model", Text.of("configurator.model-stays"));
        }
        if (change.after().get("tariff") instanceof BigDecimal tariff && tariff.signum() < 0) {
            rejections.reject("tariff", Text.of("configurator.tariff"));
        }
    }
}
