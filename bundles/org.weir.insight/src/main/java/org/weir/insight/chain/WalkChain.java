package org.weir.insight.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.insight.chain.Chain.Link;
import org.weir.insight.chain.Chain.Node;
import org.weir.insight.chain.Chain.Place;
import org.weir.insight.chain.Chain.Station;
import org.weir.insight.chain.Stations.Known;
import org.weir.records.api.ChainStation.Facts;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Filters;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/**
 * Collects the chain around a record over the references between stations: first what it comes from, then what comes from
 * it, then what else comes from its beginnings. Of each station at most a dozen records, the nearest; the others are counted.
 */
final class WalkChain {
    private static final Logger LOG = LoggerFactory.getLogger(WalkChain.class);
    private static final int OF_A_STATION = 12;
    private static final int FARTHEST = 15;
    private static final int CAP = 999;

    private final Stations stations;
    private final Records records;
    private final Filters filters;

    WalkChain(Stations stations, Records records, Filters filters) {
        this.stations = stations;
        this.records = records;
        this.filters = filters;
    }

    Chain from(Actor actor, Row here) {
        return new Walk(actor, here).walk();
    }

    private final class Walk {
        private final Actor actor;
        private final Row here;
        private final List<Known> known;
        private final List<Tie> ties;
        private final Map<UUID, Row> rows = new LinkedHashMap<>();
        private final Map<UUID, Place> places = new HashMap<>();
        private final Map<String, Integer> taken = new HashMap<>();
        private final Map<String, Set<UUID>> left = new HashMap<>();

        Walk(Actor actor, Row here) {
            this.actor = actor;
            this.here = here;
            this.known = stations.of(actor);
            this.ties = Stations.ties(known);
        }

        Chain walk() {
            take(here, Place.HERE);
            List<Row> beginnings = follow(List.of(here), false, Place.LINE);
            follow(List.of(here), true, Place.LINE);
            follow(beginnings, true, Place.BESIDE);
            List<Station> shown = new ArrayList<>();
            known.forEach(it -> {
                Station station = station(it);
                if (!station.nodes().isEmpty()) {
                    shown.add(station);
                }
            });
            return new Chain(here, shown, links());
        }

        /** Everything to be reached in one direction; what was there before is not taken again. */
        private List<Row> follow(List<Row> from, boolean onward, Place place) {
            List<Row> reached = new ArrayList<>();
            List<Row> edge = from;
            for (int far = 0; far < FARTHEST && !edge.isEmpty(); far++) {
                edge = step(edge, onward, place);
                reached.addAll(edge);
            }
            return reached;
        }

        private List<Row> step(List<Row> edge, boolean onward, Place place) {
            Map<String, List<Row>> byType = new LinkedHashMap<>();
            edge.forEach(it -> byType.computeIfAbsent(it.type().name(), key -> new ArrayList<>())
                    .add(it));
            List<Row> next = new ArrayList<>();
            for (Tie tie : ties) {
                boolean named = tie.back() != onward;
                List<Row> at = byType.getOrDefault((named ? tie.source() : tie.target()).name(), List.of());
                if (!at.isEmpty()) {
                    for (Row row : named ? named(tie, at) : naming(tie, at)) {
                        if (take(row, place)) {
                            next.add(row);
                        }
                    }
                }
            }
            return next;
        }

        /** The records that these refer to. */
        private Collection<Row> named(Tie tie, List<Row> at) {
            Set<UUID> ids = new LinkedHashSet<>();
            at.forEach(it -> ids.addAll(tie.of(it)));
            ids.removeAll(rows.keySet());
            if (ids.isEmpty()) {
                return List.of();
            }
            int room = room(tie.target());
            List<UUID> wanted = ids.stream().limit(room).toList();
            ids.stream().skip(room).forEach(it -> leave(tie.target(), it));
            return wanted.isEmpty()
                    ? List.of()
                    : records.readAll(actor, tie.target().name(), wanted);
        }

        /** The records that refer to these, the newest first. */
        private Collection<Row> naming(Tie tie, List<Row> at) {
            RecordType type = tie.source();
            Query query = Query.all(type.name()).where(pointing(tie, at));
            List<Query.Sort> newest = List.of(new Query.Sort("createdAt", true));
            int most = OF_A_STATION * 2 + 1;
            return records.list(actor, new Query(type.name(), query.filter(), "", newest, most, null, null))
                    .rows();
        }

        private Condition pointing(Tie tie, Collection<Row> at) {
            List<String> ids = at.stream().map(it -> it.id().toString()).toList();
            return new Condition(tie.field().name(), Op.IN, ids);
        }

        private boolean take(Row row, Place place) {
            if (rows.containsKey(row.id())) {
                return false;
            }
            if (room(row.type()) == 0) {
                leave(row.type(), row.id());
                return false;
            }
            rows.put(row.id(), row);
            places.put(row.id(), place);
            taken.merge(row.type().name(), 1, Integer::sum);
            return true;
        }

        private int room(RecordType type) {
            return OF_A_STATION - taken.getOrDefault(type.name(), 0);
        }

        private void leave(RecordType type, UUID id) {
            left.computeIfAbsent(type.name(), key -> new LinkedHashSet<>()).add(id);
        }

        private Station station(Known it) {
            RecordType type = it.type();
            List<Row> own = rows.values().stream()
                    .filter(row -> row.type().name().equals(type.name()))
                    .toList();
            List<Node> nodes = own.isEmpty() ? List.of() : nodes(it, own);
            int order = it.station().order();
            Set<UUID> others = left.getOrDefault(type.name(), Set.of());
            if (others.isEmpty()) {
                return new Station(type, order, nodes, 0, "");
            }
            Filter all = all(type);
            if (all == null) {
                return new Station(type, order, nodes, others.size(), "");
            }
            long number =
                    records.count(actor, Query.all(type.name()).where(all), CAP).number();
            long more = Math.max(others.size(), number - own.size());
            return new Station(type, order, nodes, more, filters.write(all));
        }

        /** Those that refer to a record shown. */
        private @Nullable Filter all(RecordType type) {
            List<Filter> any = new ArrayList<>();
            for (Tie tie : ties) {
                List<Row> at = rows.values().stream()
                        .filter(it -> it.type().name().equals(tie.target().name()))
                        .toList();
                boolean other = !tie.target().name().equals(type.name());
                if (tie.source().name().equals(type.name()) && other && !at.isEmpty()) {
                    any.add(pointing(tie, at));
                }
            }
            return any.isEmpty() ? null : any.size() == 1 ? any.get(0) : new Filter.Or(any);
        }

        private List<Node> nodes(Known it, List<Row> own) {
            RecordType type = it.type();
            Map<UUID, Facts> facts = facts(it, own);
            Map<UUID, String> titles =
                    records.titles(actor, type.name(), own.stream().map(Row::id).toList());
            Set<UUID> people = new LinkedHashSet<>();
            facts.values().forEach(fact -> {
                if (fact.responsible() != null) {
                    people.add(fact.responsible());
                }
            });
            Map<UUID, String> names = people.isEmpty() ? Map.of() : records.titles(actor, "user", people);
            List<Node> nodes = new ArrayList<>();
            for (Row row : own) {
                Facts fact = facts.get(row.id());
                nodes.add(new Node(
                        row,
                        titles.getOrDefault(row.id(), ""),
                        number(row),
                        fact,
                        fact == null || fact.responsible() == null ? "" : names.getOrDefault(fact.responsible(), ""),
                        places.getOrDefault(row.id(), Place.LINE)));
            }
            nodes.sort(Comparator.comparing(WalkChain::date, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Node::title));
            return nodes;
        }

        /** A station that fails says nothing; its records stand. */
        private Map<UUID, Facts> facts(Known it, List<Row> own) {
            try {
                return it.station().facts(actor, own);
            } catch (RuntimeException | LinkageError failure) {
                LOG.error(
                        "The station {} could not tell of its records",
                        it.station().type(),
                        failure);
                return Map.of();
            }
        }

        private List<Link> links() {
            Set<Link> links = new LinkedHashSet<>();
            for (Tie tie : ties) {
                for (Row row : rows.values()) {
                    if (row.type().name().equals(tie.source().name())) {
                        tie.of(row).stream()
                                .filter(rows::containsKey)
                                .forEach(it -> links.add(tie.back() ? new Link(it, row.id()) : new Link(row.id(), it)));
                    }
                }
            }
            return List.copyOf(links);
        }
    }

    private static java.time.@Nullable LocalDate date(Node node) {
        return node.facts() == null ? null : node.facts().date();
    }

    private static String number(Row row) {
        for (Field field : row.type().fields()) {
            if (field.numbered() && !field.title() && row.get(field.name()) != null) {
                return String.valueOf(row.get(field.name()));
            }
        }
        return "";
    }
}
