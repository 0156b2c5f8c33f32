package org.weir.solution.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The versions of a quote, oldest first, as far as the reader may see them. */
final class Versions {
    private static final int MOST = 100;

    private final Records records;

    Versions(Records records) {
        this.records = records;
    }

    List<Row> of(Actor actor, Row quote) {
        List<Row> versions = new ArrayList<>(List.of(quote));
        Set<UUID> seen = new HashSet<>(Set.of(quote.id()));
        UUID before = quote.ref("previous");
        while (before != null && seen.add(before) && versions.size() < MOST) {
            Row version = records.find(actor, "quote", before).orElse(null);
            if (version == null) {
                break;
            }
            versions.add(0, version);
            before = version.ref("previous");
        }
        Row last = quote;
        while (last != null && versions.size() < MOST) {
            Query later =
                    Query.all("quote").where(Filter.eq("previous", last.id())).limit(1);
            last = records.list(actor, later).rows().stream()
                    .filter(it -> seen.add(it.id()))
                    .findFirst()
                    .orElse(null);
            if (last != null) {
                versions.add(last);
            }
        }
        return versions;
    }
}
