package org.weir.aftersales.installed;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.servicecontract.Entitlement;
import org.weir.base.api.Text;
import org.weir.records.api.Action.Done;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Opens a ticket with everything that is known where the trouble is: customer, site, system, unit, contract, SLA. */
final class OpenTicket {
    private final Records records;
    private final RecordTypes types;
    private final Entitlement entitlement;
    private final Clock clock;

    OpenTicket(Records records, RecordTypes types, Clock clock) {
        this.records = records;
        this.types = types;
        this.entitlement = new Entitlement(records);
        this.clock = clock;
    }

    /** How much the customer suffers, as tickets say it. */
    enum Severity {
        CRITICAL,
        MAJOR,
        MINOR,
        QUESTION
    }

    /** @param system what is in trouble; null when only the customer is known */
    record Trouble(
            UUID account,
            @Nullable UUID site,
            @Nullable UUID system,
            @Nullable UUID unit,
            String title,
            Severity severity,
            @Nullable String description) {}

    boolean offered() {
        return types.find(AftersalesTypes.TICKET).isPresent();
    }

    Done open(Actor actor, Trouble trouble) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", trouble.title());
        values.put("severity", trouble.severity().name().toLowerCase(Locale.ROOT));
        values.put("account", trouble.account());
        put(values, "site", trouble.site());
        put(values, "installedSystem", trouble.system());
        put(values, "unit", trouble.unit());
        put(values, "description", trouble.description());
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        entitlement.of(actor, trouble.account(), trouble.system(), today).ifPresent(it -> {
            values.put("serviceContract", it.id());
            put(values, "sla", it.ref("sla"));
        });
        Row ticket = records.create(actor, Draft.create(AftersalesTypes.TICKET, values));
        return Done.open(
                Text.of("installed.ticket-opened", Objects.requireNonNullElse(ticket.text("number"), "")), ticket);
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
