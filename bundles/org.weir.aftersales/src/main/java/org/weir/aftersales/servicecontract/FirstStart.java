package org.weir.aftersales.servicecontract;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;

/** Seeds the SLAs as soon as their record types have come, then rests. */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final int EVERY_SECONDS = 2;
    private static final int TRIES = 60;

    private final SeedSlas seed;
    private final Gate gate;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "weir-slas");
        made.setDaemon(true);
        return made;
    });
    private int tried;

    @Activate
    public FirstStart(@Reference SeedSlas seed, @Reference Gate gate) {
        this.seed = seed;
        this.gate = gate;
        thread.scheduleWithFixedDelay(this::look, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        Gate.Pass pass = gate.enter();
        try {
            tried++;
            if (seed.ready()) {
                seed.seed();
                thread.shutdown();
            } else if (tried >= TRIES) {
                LOG.info("Nobody brings SLAs or calendars; none are made now");
                thread.shutdown();
            }
        } catch (RuntimeException failed) {
            LOG.warn("The first SLAs could not be made; trying again in {} s", EVERY_SECONDS, failed);
        } finally {
            pass.close();
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }
}
