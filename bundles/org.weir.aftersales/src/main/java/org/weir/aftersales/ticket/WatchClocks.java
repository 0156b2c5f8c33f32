package org.weir.aftersales.ticket;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.Region;

/**
 * Looks every minute at the tickets whose time has come. When Weir starts, and when another region brings other holidays,
 * at all that are open.
 */
@Component(service = WatchClocks.class, immediate = true)
public final class WatchClocks {
    private static final Logger LOG = LoggerFactory.getLogger(WatchClocks.class);
    private static final long EVERY_SECONDS = 60;
    private static final long SOON_SECONDS = 5;

    private final ReckonTickets reckon;
    private final Gate gate;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "weir-tickets");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean all = true;

    @Activate
    public WatchClocks(@Reference ReckonTickets reckon, @Reference Gate gate) {
        this.reckon = reckon;
        this.gate = gate;
        thread.scheduleWithFixedDelay(this::look, SOON_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegion(Region region) {
        LOG.debug("Holidays of {}", region.code());
        all = true;
    }

    public void removeRegion(Region region) {
        LOG.debug("No holidays of {} any more", region.code());
        all = true;
    }

    private void look() {
        Gate.Pass pass = gate.enter();
        boolean everything = all;
        try {
            all = false;
            int changed = everything ? reckon.open() : reckon.due();
            LOG.debug("{} tickets have changed, all looked at: {}", changed, everything);
        } catch (RuntimeException failed) {
            all |= everything;
            LOG.warn("Ticket clocks could not be looked at; again in a minute", failed);
        } finally {
            pass.close();
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }
}
