package org.weir.solution.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.base.api.Gate;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Quotes that nobody answered while they were valid are expired; looked at every hour. */
@Component(service = ExpireQuotes.class, immediate = true)
public final class ExpireQuotes {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireQuotes.class);
    private static final int AT_ONCE = 200;

    private final Records records;
    private final Access access;
    private final Gate gate;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService every;

    @Activate
    public ExpireQuotes(@Reference Records records, @Reference Access access, @Reference Gate gate) {
        this.records = records;
        this.access = access;
        this.gate = gate;
        this.every = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "weir-quotes-expire");
            thread.setDaemon(true);
            return thread;
        });
        every.scheduleWithFixedDelay(this::look, 1, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void leave() {
        every.shutdownNow();
    }

    private void look() {
        try (Gate.Pass pass = gate.enter()) {
            LOG.debug("{} quotes expired, {}", expire(), pass);
        } catch (RuntimeException e) {
            LOG.error("Quotes cannot be expired now; the next try is in an hour", e);
        }
    }

    /** A day of grace: it is still today somewhere. */
    int expire() {
        Filter late = new Filter.And(List.of(
                Filter.eq("state", States.SENT),
                new Filter.Condition(
                        "validUntil",
                        Filter.Op.LT,
                        List.of(LocalDate.now(clock).minusDays(1).toString()))));
        List<Row> rows = records.list(
                        access.system(), Query.all("quote").where(late).limit(AT_ONCE))
                .rows();
        int expired = 0;
        for (Row row : rows) {
            try {
                records.update(access.system(), Draft.change(row, Map.of("state", States.EXPIRED)));
                expired++;
            } catch (Records.StaleException e) {
                LOG.debug("{} was answered just now", row.id(), e);
            }
        }
        return expired;
    }
}
