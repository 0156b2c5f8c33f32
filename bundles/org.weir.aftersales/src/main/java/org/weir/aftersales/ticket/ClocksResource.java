package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.sla.Reading;
import org.weir.aftersales.ticket.ReckonTickets.Clocks;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.rest.api.Resource;

/** {@code GET /api/tickets/{id}/clocks}: what the clocks of a ticket say, and the pauses they are reckoned with. */
@Component
public final class ClocksResource implements Resource {
    private final Records records;
    private final ReckonTickets reckon;

    @Activate
    public ClocksResource(@Reference Records records, @Reference ReckonTickets reckon) {
        this.records = records;
        this.reckon = reckon;
    }

    @Override
    public String path() {
        return "/tickets/{id}/clocks";
    }

    @Override
    public String name() {
        return "readTicketClocks";
    }

    @Override
    public Text summary() {
        return Text.of("ticket.clocks-summary");
    }

    @Override
    public String permission() {
        return "ticket:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        UUID id = records.read(ask.actor(), "ticket", ask.pathId("id")).id();
        Clocks clocks = Objects.requireNonNull(reckon.clocks(List.of(id)).get(id));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ticket", id);
        answer.put("at", clocks.now());
        answer.put("zone", clocks.terms().calendar().zone().getId());
        answer.put("hours", clocks.terms().calendar().hours().toString());
        List<Object> all = new ArrayList<>();
        clocks.readings().values().forEach(it -> all.add(clock(clocks, it)));
        answer.put("clocks", all);
        List<Object> pauses = new ArrayList<>();
        for (TicketStore.NotedPause pause : reckon.store().pauses(id)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("from", pause.from());
            put(one, "until", pause.until());
            one.put("why", pause.why());
            pauses.add(one);
        }
        answer.put("pauses", pauses);
        return answer;
    }

    private static Map<String, Object> clock(Clocks clocks, Reading reading) {
        Map<String, Object> clock = new LinkedHashMap<>();
        clock.put("metric", reading.metric().key());
        if (reading.target() != null) {
            clock.put("targetMinutes", reading.target().toMinutes());
        }
        clock.put("workedMinutes", ClockWords.worked(clocks, reading).toMinutes());
        put(clock, "due", reading.due());
        put(clock, "warnAt", reading.running() ? reading.warnAt() : null);
        put(clock, "endedAt", reading.endedAt());
        clock.put("paused", reading.paused());
        clock.put("setByHand", reading.fixed());
        clock.put("breached", reading.breached(clocks.now()));
        return clock;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Instant value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
