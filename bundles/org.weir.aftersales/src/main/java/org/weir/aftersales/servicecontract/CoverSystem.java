package org.weir.aftersales.servicecontract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Puts a system delivered under a contract below the contract's service contract, and makes that with the first. */
public final class CoverSystem {
    private static final int MOST = 1_000;

    private final Records records;
    private final RecordTypes types;

    public CoverSystem(Records records, RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    public Row by(Actor actor, Row contract, Row system) {
        Query query = Query.all(AftersalesTypes.SERVICE_CONTRACT)
                .where(Filter.eq("contract", contract.id()))
                .limit(1);
        List<Row> there = records.list(actor, query).rows();
        return there.isEmpty() ? make(actor, contract, system) : extend(actor, there.get(0), system);
    }

    private Row extend(Actor actor, Row service, Row system) {
        List<UUID> systems = new ArrayList<>(service.refs("systems"));
        if (systems.contains(system.id()) || systems.size() >= MOST) {
            return service;
        }
        systems.add(system.id());
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("systems", systems);
        LocalDate until = (LocalDate) service.get("until");
        LocalDate warranty = (LocalDate) system.get("warrantyUntil");
        if (until != null && warranty != null && warranty.isAfter(until)) {
            values.put("until", warranty);
        }
        return records.update(actor, Draft.change(service, values));
    }

    private Row make(Actor actor, Row contract, Row system) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", Objects.requireNonNullElse(contract.text("subject"), String.valueOf(system.get("name"))));
        values.put("account", Objects.requireNonNull(system.ref("account")));
        values.put("contract", contract.id());
        values.put("state", "active");
        values.put("since", Objects.requireNonNull(system.get("acceptedOn")));
        values.put("systems", List.of(system.id()));
        put(values, "until", system.get("warrantyUntil"));
        put(values, "owner", system.ref("owner"));
        usualSla(actor).ifPresent(it -> values.put("sla", it.id()));
        return records.create(actor, Draft.create(AftersalesTypes.SERVICE_CONTRACT, values));
    }

    /** The SLA of those who have not agreed on another. */
    private Optional<Row> usualSla(Actor actor) {
        if (types.find(AftersalesTypes.SLA).isEmpty()) {
            return Optional.empty();
        }
        Query usual =
                Query.all(AftersalesTypes.SLA).where(Filter.eq("usual", "true")).limit(1);
        return records.list(actor, usual).rows().stream().findFirst();
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
