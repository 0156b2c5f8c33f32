package org.weir.partner.gallery.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.records.api.Demo;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Two meters for each of the first accounts; the second waits for its reading. */
@Component
public final class MeterDemo implements Demo {
    private static final int ACCOUNTS = 3;
    private static final int LONG_AGO = 40;

    private final Records records;

    @Activate
    public MeterDemo(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "gallery";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Set<String> needs() {
        return Set.of("account", Meter.TYPE);
    }

    @Override
    public void make(Actor system) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        int serial = 1000;
        Query first = Query.all("account").limit(ACCOUNTS);
        for (Row account : records.list(system, first).rows()) {
            for (LocalDate read : new LocalDate[] {today, today.minusDays(LONG_AGO)}) {
                serial++;
                Map<String, Object> values = Map.of(
                        "serial",
                        "EM-" + serial,
                        "account",
                        account.id(),
                        "kwh",
                        new BigDecimal(serial),
                        "readOn",
                        read);
                records.create(system, Draft.create(Meter.TYPE, values));
            }
        }
    }
}
