package org.weir.aftersales.ticket;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Region;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;

/**
 * Looks every minute at the tickets whose time has come. When Weir starts, and when another region brings other holidays,
 * at all that are open.
 */
@Component(service = ScheduledJob.class)
public final class WatchClocks implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(WatchClocks.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ReckonTickets reckon;
    private volatile boolean all = true;

    @Activate
    public WatchClocks(@Reference ReckonTickets reckon) {
        this.reckon = reckon;
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

    @Override
    public String name() {
        return "org.weir.aftersales.clocks";
    }

    @Override
    public Text title() {
        return Text.of("ticket.watch");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(EVERY);
    }

    @Override
    public Text run(Jobs.Progress progress) {
        boolean everything = all;
        try {
            all = false;
            return Text.of("ticket.watch.done", everything ? reckon.open() : reckon.due());
        } catch (RuntimeException failed) {
            all |= everything;
            throw failed;
        }
    }
}
