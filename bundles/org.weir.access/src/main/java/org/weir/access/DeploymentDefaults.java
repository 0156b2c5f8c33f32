package org.weir.access;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.weir.access.user.Defaults;
import org.weir.base.api.Region;
import org.weir.base.api.Texts;

/** Language and zone of the deployment's region; English and UTC while there is none. */
@Component(service = Defaults.class)
public final class DeploymentDefaults implements Defaults {
    private final Texts texts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Region region;

    @Activate
    public DeploymentDefaults(@Reference Texts texts) {
        this.texts = texts;
    }

    @Override
    public Locale locale() {
        Region now = region;
        return now == null ? Locale.ENGLISH : now.locale();
    }

    @Override
    public ZoneId zone() {
        Region now = region;
        return now == null ? ZoneOffset.UTC : now.zone();
    }

    @Override
    public Set<Locale> locales() {
        return texts.locales();
    }
}
