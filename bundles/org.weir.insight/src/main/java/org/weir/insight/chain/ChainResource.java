package org.weir.insight.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.insight.chain.Chain.Node;
import org.weir.insight.chain.Chain.Station;
import org.weir.records.api.ChainStation.Facts;
import org.weir.records.api.Filters;
import org.weir.records.api.Records;
import org.weir.rest.api.Resource;
import org.weir.web.api.Page;

/** {@code GET /api/chain/TYPE/ID}: what the tab shows. */
@Component
public final class ChainResource implements Resource {
    private final Stations stations;
    private final Records records;
    private final WalkChain walk;

    @Activate
    public ChainResource(@Reference Stations stations, @Reference Records records, @Reference Filters filters) {
        this.stations = stations;
        this.records = records;
        this.walk = new WalkChain(stations, records, filters);
    }

    @Override
    public String path() {
        return "/chain/{type}/{id}";
    }

    @Override
    public String name() {
        return "readChain";
    }

    @Override
    public Text summary() {
        return Text.of("insight.chain.summary");
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        String type = stations.find(ask.actor(), ask.path("type"))
                .orElseThrow(ProblemException::notFound)
                .type()
                .name();
        Chain chain = walk.from(ask.actor(), records.read(ask.actor(), type, ask.pathId("id")));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", type);
        answer.put("id", chain.here().id());
        answer.put(
                "stations",
                chain.stations().stream().map(ChainResource::station).toList());
        answer.put("links", chain.links());
        return answer;
    }

    private static Map<String, Object> station(Station station) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", station.type().name());
        map.put("label", station.type().many());
        map.put("order", station.order());
        map.put("more", station.more());
        List<Map<String, Object>> nodes = new ArrayList<>();
        station.nodes().forEach(it -> nodes.add(node(it)));
        map.put("records", nodes);
        return map;
    }

    private static Map<String, Object> node(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", node.row().id());
        map.put("title", node.title());
        if (!node.number().isEmpty()) {
            map.put("number", node.number());
        }
        map.put("place", node.place().name().toLowerCase(Locale.ROOT));
        map.put("href", "/api/" + node.row().type().name() + "/" + node.row().id());
        if (node.facts() != null) {
            facts(node, node.facts(), map);
        }
        return map;
    }

    private static void facts(Node node, Facts facts, Map<String, Object> map) {
        map.put("state", facts.state());
        map.put("tone", facts.tone());
        put(map, "date", facts.date());
        put(map, "due", facts.due());
        put(map, "late", facts.late());
        if (facts.money() != null) {
            map.put(
                    "money",
                    Map.of(
                            "amount",
                            facts.money().rounded().amount().toPlainString(),
                            "currency",
                            facts.money().currency().getCurrencyCode()));
        }
        if (facts.responsible() != null) {
            map.put("responsible", Map.of("id", facts.responsible(), "title", node.responsible()));
        }
    }

    private static void put(Map<String, Object> map, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
