package org.weir.aftersales.installed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Which units, systems and sites have tickets that nobody has resolved yet; none while nobody brings tickets. */
final class OpenTickets {
    private static final int AT_MOST = 500;
    private static final Filter UNRESOLVED = new Condition("state", Op.OUT, List.of("resolved", "closed"));

    private final RecordTypes types;
    private final Records records;

    OpenTickets(RecordTypes types, Records records) {
        this.types = types;
        this.records = records;
    }

    /** @param all at most 500 */
    record Count(long all, Map<UUID, Long> units, Map<UUID, Long> systems) {
        long ofUnit(UUID unit) {
            return units.getOrDefault(unit, 0L);
        }

        long ofSystem(Row system) {
            return systems.getOrDefault(system.id(), 0L);
        }
    }

    boolean offered(Actor actor, String on) {
        return types.find(AftersalesTypes.TICKET).isPresent() && actor.may(on + ":open-ticket");
    }

    /** @param which {@code account} or {@code site}, as tickets have them too */
    Count count(Actor actor, Condition which) {
        Map<UUID, Long> units = new HashMap<>();
        Map<UUID, Long> systems = new HashMap<>();
        if (types.find(AftersalesTypes.TICKET).isEmpty() || !actor.may(AftersalesTypes.TICKET + ":read")) {
            return new Count(0, units, systems);
        }
        Query query =
                Query.all(AftersalesTypes.TICKET).where(which).where(UNRESOLVED).limit(AT_MOST);
        List<Row> open = records.list(actor, query).rows();
        for (Row ticket : open) {
            add(units, ticket.ref("unit"));
            add(systems, ticket.ref("installedSystem"));
        }
        return new Count(open.size(), units, systems);
    }

    private static void add(Map<UUID, Long> counts, @Nullable UUID id) {
        if (id != null) {
            counts.merge(id, 1L, Long::sum);
        }
    }
}
