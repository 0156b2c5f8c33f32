package org.weir.relationship.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** A signed contract wins its opportunity, should nobody have said so; the reason is left to those who know. */
@Component
public final class WinOnContract implements EventConsumer {
    private static final String CONTRACT = "contract";

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public WinOnContract(@Reference Records records, @Reference RecordTypes types, @Reference Access access) {
        this.records = records;
        this.types = types;
        this.access = access;
    }

    @Override
    public String name() {
        return "org.weir.relationship.opportunity";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals("contract.signed");
    }

    @Override
    public void on(Event event) {
        Actor system = access.system();
        if (types.find(CONTRACT).isEmpty()) {
            return;
        }
        Optional<Row> contract = records.find(system, CONTRACT, event.subject());
        contract.map(it -> it.get("opportunity"))
                .filter(UUID.class::isInstance)
                .flatMap(it -> records.find(system, "opportunity", (UUID) it))
                .filter(Opportunity::isOpen)
                .ifPresent(it -> win(system, it, contract.get()));
    }

    private void win(Actor system, Row opportunity, Row contract) {
        LocalDate engaged = opportunity.get("engaged") instanceof LocalDate day ? day : LocalDate.MIN;
        LocalDate signed = day(contract);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("stage", "won");
        values.put("closed", signed.isBefore(engaged) ? engaged : signed);
        values.put("probability", 100L);
        records.update(system, Draft.change(opportunity, values));
    }

    private LocalDate day(Row contract) {
        Object signed = contract.get("signedOn");
        if (signed instanceof LocalDate day) {
            return day;
        }
        Instant at = signed instanceof Instant moment ? moment : clock.instant();
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
