package org.weir.aftersales.servicecontract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Finds the service contract that a customer's trouble falls under. */
public final class Entitlement {
    private static final LocalDate OPEN_END = LocalDate.MAX;

    private final Records records;

    public Entitlement(Records records) {
        this.records = records;
    }

    /**
     * The contract in force on the day that covers the system; without such one, or without a system, one that covers
     * everything of the customer's. Of several the one that lasts longest.
     */
    public Optional<Row> of(Actor actor, UUID account, @Nullable UUID system, LocalDate day) {
        if (!actor.may("service-contract:read")) {
            return Optional.empty();
        }
        Query active = Query.all(AftersalesTypes.SERVICE_CONTRACT)
                .where(Filter.eq("account", account))
                .where(Filter.eq("state", "active"))
                .limit(500);
        List<Row> inForce = records.list(actor, active).rows().stream()
                .filter(it -> isInForce(it, day))
                .sorted(Comparator.comparing(Entitlement::until).reversed())
                .toList();
        return inForce.stream()
                .filter(it -> system != null && it.refs("systems").contains(system))
                .findFirst()
                .or(() -> inForce.stream()
                        .filter(it -> it.refs("systems").isEmpty())
                        .findFirst());
    }

    static boolean isInForce(Row contract, LocalDate day) {
        LocalDate since = (LocalDate) contract.get("since");
        return "active".equals(contract.text("state"))
                && (since == null || !since.isAfter(day))
                && !until(contract).isBefore(day);
    }

    private static LocalDate until(Row contract) {
        return contract.get("until") instanceof LocalDate until ? until : OPEN_END;
    }
}
