package org.weir.aftersales.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.aftersales.ticket.JudgeTickets;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Compares the tickets of the last replay with what the logs said, as far as the reader may see them. */
@Component(service = CompareReplay.class)
public final class CompareReplay {
    private final IncidentStore store;
    private final JudgeTickets judge;
    private final Records records;

    @Activate
    public CompareReplay(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference JudgeTickets judge,
            @Reference Records records) {
        this.store = new IncidentStore(database);
        this.judge = judge;
        this.records = records;
    }

    Comparison compare(Actor actor) {
        Map<UUID, Boolean> recorded = store.recorded();
        Set<UUID> seen = new HashSet<>();
        List<UUID> ids = List.copyOf(recorded.keySet());
        for (int from = 0; from < ids.size(); from += 500) {
            records.readAll(actor, "ticket", ids.subList(from, Math.min(ids.size(), from + 500)))
                    .forEach(it -> seen.add(it.id()));
        }
        return Comparison.of(judge.judge(ids.stream().filter(seen::contains).toList()), recorded);
    }

    /** The tickets of differences, by id. */
    List<Row> tickets(Actor actor, List<Comparison.Difference> differences) {
        return records.readAll(
                actor,
                "ticket",
                differences.stream().map(it -> it.ours().ticket()).toList());
    }
}
