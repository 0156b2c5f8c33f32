package org.weir.solution.quote;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Quotes that nobody answered while they were valid are expired; looked at every hour. */
@Component(service = ScheduledJob.class)
public final class ExpireQuotes implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireQuotes.class);
    private static final int AT_ONCE = 200;

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ExpireQuotes(@Reference Records records, @Reference RecordTypes types, @Reference Access access) {
        this.records = records;
        this.types = types;
        this.access = access;
    }

    @Override
    public String name() {
        return "org.weir.solution.expire-quotes";
    }

    @Override
    public Text title() {
        return Text.of("quote.expire");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Text run(Jobs.Progress progress) {
        // while Weir starts the type may not be there yet; the next turn has it
        return Text.of("quote.expire.done", types.find("quote").isPresent() ? expire() : 0);
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
