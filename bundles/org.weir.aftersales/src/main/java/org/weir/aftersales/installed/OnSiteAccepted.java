package org.weir.aftersales.installed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.RecordTypes;
import org.weir.solution.api.SolutionTypes;

/** Listens for accepted sites; those accepted while the bundle was away are installed when it comes. */
@Component
public final class OnSiteAccepted implements EventConsumer {
    /** While Weir starts, contracts may come later than this. */
    private static final Duration STARTING = Duration.ofSeconds(20);

    private final InstallAcceptedSite install;
    private final RecordTypes types;
    private final Clock clock;
    private final Instant startedUntil;

    @Activate
    public OnSiteAccepted(@Reference InstallAcceptedSite install, @Reference RecordTypes types) {
        this(install, types, Clock.systemUTC());
    }

    OnSiteAccepted(InstallAcceptedSite install, RecordTypes types, Clock clock) {
        this.install = install;
        this.types = types;
        this.clock = clock;
        this.startedUntil = clock.instant().plus(STARTING);
    }

    @Override
    public String name() {
        return "org.weir.aftersales.installed";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals(DeliveryTypes.SITE_ACCEPTED);
    }

    @Override
    public void on(Event event) {
        if (types.find(SolutionTypes.CONTRACT).isEmpty() && clock.instant().isBefore(startedUntil)) {
            throw new IllegalStateException("Weir is starting: contracts may still come");
        }
        install.take(event.subject());
    }
}
