package org.weir.solution.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Resource;
import org.weir.store.api.Database;

/** The offer as its page has it: lines, totals, corridor, its versions, and with {@code against=ID} what has changed since that one. */
@Component
public final class OfferResource implements Resource {
    private final Records records;
    private final Offers offers;
    private final Versions versions;

    @Activate
    public OfferResource(@Reference(target = "(schema=solution)") Database database, @Reference Records records) {
        this.records = records;
        this.offers = new Offers(database);
        this.versions = new Versions(records);
    }

    @Override
    public String path() {
        return "/quotes/{id}/offer";
    }

    @Override
    public String name() {
        return "readQuoteOffer";
    }

    @Override
    public Text summary() {
        return Text.of("quote.offer.summary");
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Row quote = records.read(ask.actor(), "quote", ask.pathId("id"));
        Offer offer = offers.of(quote);
        boolean costs = SeeCost.may(ask.actor());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("number", quote.get("number"));
        answer.put("state", quote.get("state"));
        answer.put("currency", offer.currency());
        answer.put("lines", offer.lines().stream().map(it -> line(it, costs)).toList());
        answer.put("subtotal", offer.subtotal());
        answer.put("discount", offer.discount());
        answer.put("reduction", offer.reduction());
        answer.put("total", offer.total());
        answer.put("corridor", CheckQuote.choice(offer.corridor()));
        if (costs) {
            answer.put("cost", offer.cost());
            answer.put("margin", offer.margin());
            answer.put("floor", offer.floor());
            answer.put("ceiling", offer.ceiling());
        }
        List<Row> chain = versions.of(ask.actor(), quote);
        answer.put("versions", chain.stream().map(OfferResource::version).toList());
        String against = ask.param("against");
        if (against != null) {
            answer.put("changes", changes(chain, against, offer, costs));
        }
        return answer;
    }

    private static Map<String, @Nullable Object> line(Offer.Line line, boolean costs) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", line.id());
        values.put("siteType", line.siteType());
        values.put("item", line.item());
        values.put("label", line.label());
        values.put("quantity", line.quantity());
        values.put("sites", line.sites());
        values.put("unitPrice", line.unitPrice());
        values.put("discount", line.discount());
        values.put("kind", line.kind());
        values.put("total", line.total());
        if (costs) {
            values.put("unitCost", line.unitCost());
        }
        return values;
    }

    private static Map<String, @Nullable Object> version(Row version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", version.id());
        values.put("number", version.get("number"));
        values.put("state", version.get("state"));
        values.put("sentOn", version.get("sentOn"));
        return values;
    }

    /** Only what is not the same. */
    private List<Map<String, @Nullable Object>> changes(List<Row> chain, String against, Offer offer, boolean costs) {
        Row before = chain.stream()
                .filter(it -> it.id().equals(id(against)))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        List<Map<String, @Nullable Object>> changes = new ArrayList<>();
        for (CompareVersions.Pair pair : CompareVersions.of(offers.of(before), offer)) {
            if (pair.kind() != CompareVersions.Kind.SAME) {
                Map<String, @Nullable Object> change = new LinkedHashMap<>();
                change.put("kind", pair.kind().name().toLowerCase(Locale.ROOT));
                change.put("before", pair.before() == null ? null : line(pair.before(), costs));
                change.put("after", pair.after() == null ? null : line(pair.after(), costs));
                change.put("difference", pair.difference());
                changes.add(change);
            }
        }
        return changes;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(404, Text.of("problem.not-found"), List.of());
        }
    }
}
