package org.weir.solution.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.BillsOfMaterials;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.quote.Offer;

/** Makes the contract of an accepted quote with its bill of materials and its sites, and tells so; in the transaction under way. */
public final class SignContract {
    private final Records records;
    private final EventLog events;
    private final @Nullable BillsOfMaterials bills;

    public SignContract(Records records, EventLog events, @Nullable BillsOfMaterials bills) {
        this.records = records;
        this.events = events;
        this.bills = bills;
    }

    public Row sign(Actor writer, Row quote, Offer offer, @Nullable String orderNumber) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String same : List.of("subject", "account", "opportunity", "owner", "team")) {
            values.put(same, quote.get(same));
        }
        values.put("amount", offer.money(offer.total()));
        values.put("signedOn", quote.get("decidedOn"));
        values.put("signedBy", quote.get("decidedBy"));
        values.put("orderNumber", orderNumber);
        values.put("quote", quote.id());
        Row contract = records.create(writer, new Draft("contract", null, null, values, null));
        offer.lines().forEach(it -> line(writer, contract, offer, it));
        sites(writer, contract, quote, offer);
        events.append(new Event(
                Ids.next(),
                SolutionTypes.CONTRACT_SIGNED,
                SolutionTypes.CONTRACT,
                contract.id(),
                Instant.now(),
                writer.user(),
                "{\"quote\":\"" + quote.id() + "\"}"));
        return contract;
    }

    private void line(Actor writer, Row contract, Offer offer, Offer.Line line) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("label", line.label());
        values.put("contract", contract.id());
        values.put("account", contract.get("account"));
        values.put("place", line.place());
        values.put("siteType", line.siteType().isEmpty() ? null : line.siteType());
        values.put("item", line.item().isEmpty() ? null : line.item());
        values.put("kind", line.kind());
        values.put("quantity", line.quantity());
        values.put("sites", line.sites());
        values.put("unitPrice", offer.money(line.unitPrice()));
        records.create(writer, new Draft("contract-line", null, null, values, null));
    }

    /** As many as the lines of each site type say; those that the configuration knows by name first. */
    private void sites(Actor writer, Row contract, Row quote, Offer offer) {
        Map<String, Long> wanted = new LinkedHashMap<>();
        offer.lines().stream()
                .filter(it -> !it.siteType().isEmpty())
                .forEach(it -> wanted.merge(it.siteType(), it.sites(), Math::max));
        Map<String, List<UUID>> known = known(quote);
        List<UUID> all = known.values().stream().flatMap(List::stream).toList();
        Map<UUID, String> names = all.isEmpty() ? Map.of() : records.titles(writer, "site", all);
        long place = 0;
        for (Map.Entry<String, Long> type : wanted.entrySet()) {
            List<UUID> ids = new ArrayList<>(known.getOrDefault(type.getKey(), List.of()));
            ids.removeIf(it -> !names.containsKey(it));
            for (int i = 0; i < type.getValue(); i++) {
                UUID site = i < ids.size() ? ids.get(i) : null;
                String name = site == null ? type.getKey() + " " + (i + 1) : Objects.requireNonNull(names.get(site));
                site(writer, contract, ++place, type.getKey(), name, site);
            }
        }
    }

    private Map<String, List<UUID>> known(Row quote) {
        UUID configuration = quote.ref("configuration");
        Map<String, List<UUID>> known = new LinkedHashMap<>();
        if (configuration != null && bills != null) {
            for (SiteType type : bills.of(configuration).siteTypes()) {
                known.put(type.name(), type.sites());
            }
        }
        return known;
    }

    private void site(Actor writer, Row contract, long place, String type, String name, @Nullable UUID site) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("contract", contract.id());
        values.put("account", contract.get("account"));
        values.put("place", place);
        values.put("siteType", type);
        values.put("site", site);
        records.create(writer, new Draft("contract-site", null, null, values, null));
    }
}
