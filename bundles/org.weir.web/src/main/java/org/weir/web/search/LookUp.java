package org.weir.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.search.api.Search;

/** Stands in where a region's set has no search, or while it is replaced: records by the words of their title, or a key. */
public final class LookUp implements Search {
    private static final int MOST = 20;

    private final RecordTypes types;
    private final Records records;

    public LookUp(RecordTypes types, Records records) {
        this.types = types;
        this.records = records;
    }

    @Override
    public State state() {
        return State.AWAY;
    }

    @Override
    public List<Hit> quick(Actor actor, Quick wish) {
        return found(actor, wish.text(), wish.kinds(), wish.perKind()).stream()
                .limit(wish.most())
                .toList();
    }

    @Override
    public Answer find(Actor actor, Ask ask) {
        List<Hit> all = found(actor, ask.text(), ask.kinds(), MOST);
        Map<String, Facet> facets = new LinkedHashMap<>();
        for (RecordType type : readable(actor, Set.of())) {
            int number = (int)
                    all.stream().filter(it -> it.kind().equals(type.name())).count();
            if (number > 0) {
                Count count = new Count(number, number == MOST);
                facets.put(type.name(), new Facet(type.name(), type.many(), type.icon(), count));
            }
        }
        List<Hit> page = all.stream().skip(ask.skip()).limit(ask.limit()).toList();
        Count count = new Count(all.size(), all.size() >= MOST);
        return new Answer(page, List.copyOf(facets.values()), count, false, State.AWAY);
    }

    private List<RecordType> readable(Actor actor, Set<String> kinds) {
        return types.all().stream()
                .filter(it -> !it.section().isEmpty() && (kinds.isEmpty() || kinds.contains(it.name())))
                .filter(it -> actor.may(it.permission("read")))
                .toList();
    }

    private List<Hit> found(Actor actor, String text, Set<String> kinds, int perKind) {
        List<Hit> hits = new ArrayList<>();
        for (RecordType type : readable(actor, kinds)) {
            for (Records.Titled it : records.lookup(actor, type.name(), text, perKind)) {
                List<Piece> title = List.of(new Piece(it.title(), false));
                String href = "/r/" + type.name() + "/" + it.id();
                hits.add(new Hit(type.name(), type.many(), it.id(), type.icon(), title, it.detail(), List.of(), href));
            }
        }
        return hits;
    }
}
