package org.weir.search.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.search.api.SearchDocuments;

/**
 * All kinds that are there now, by name: record types that stand in the navigation (a detail of another record is found
 * through that one), then what bundles bring.
 */
public final class Kinds {
    private static final String SIGNED_IN = "signed-in";

    private final RecordTypes types;
    private final Records records;
    private final Formats formats;
    private final Actor system;
    private final Supplier<List<SearchDocuments>> contributed;
    private volatile Known known = new Known(List.of(), List.of(), Map.of());

    private record Known(List<RecordType> types, List<SearchDocuments> contributed, Map<String, Kind> kinds) {}

    public Kinds(
            RecordTypes types,
            Records records,
            Formats formats,
            Actor system,
            Supplier<List<SearchDocuments>> contributed) {
        this.types = types;
        this.records = records;
        this.formats = formats;
        this.system = system;
        this.contributed = contributed;
    }

    public Map<String, Kind> all() {
        Known before = known;
        List<RecordType> nowTypes = types.all();
        List<SearchDocuments> nowContributed = contributed.get();
        if (before.types.equals(nowTypes) && before.contributed.equals(nowContributed)) {
            return before.kinds;
        }
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (RecordType type : nowTypes) {
            if (!type.section().isEmpty()) {
                kinds.put(type.name(), new RecordKind(type, records, formats, system));
            }
        }
        nowContributed.forEach(it -> kinds.putIfAbsent(it.kind(), new Contributed(it)));
        known = new Known(nowTypes, nowContributed, kinds);
        return kinds;
    }

    public @Nullable Kind find(String name) {
        return all().get(name);
    }

    /** Those the actor may read at all. */
    public Map<String, Kind> of(Actor actor) {
        Map<String, Kind> some = new LinkedHashMap<>();
        all().forEach((name, kind) -> {
            if (kind.permission().equals(SIGNED_IN) || actor.may(kind.permission())) {
                some.put(name, kind);
            }
        });
        return some;
    }
}
