package org.weir.aftersales.incident;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.aftersales.sla.Facts;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.ticket.RewriteFacts;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Via;
import org.weir.store.api.Database;

/** Makes a ticket of each incident in the imported logs, under an SLA, and lets our clocks judge it. Again makes them anew. */
@Component(service = Action.class)
public final class ReplayIncidents implements Action {
    private static final int SAY_EVERY = 10;

    private final IncidentStore store;
    private final RewriteFacts facts;
    private final Records records;
    private final Jobs jobs;
    private final Access access;
    private final Clock clock;

    @Activate
    public ReplayIncidents(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference RewriteFacts facts,
            @Reference Records records,
            @Reference Jobs jobs,
            @Reference Access access) {
        this.store = new IncidentStore(database);
        this.facts = facts;
        this.records = records;
        this.jobs = jobs;
        this.access = access;
        this.clock = Clock.systemUTC();
    }

    /** @param account whose tickets they are to be */
    public record Input(
            @FieldSpec(required = true, ref = "account") UUID account,
            @FieldSpec(required = true, ref = "sla") UUID sla) {}

    @Override
    public String type() {
        return "incident-event";
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.LIST);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        UUID job = jobs.submit(Text.of("incident.replaying"), call.actor().user(), progress -> replay(input, progress));
        return Done.started(Text.of("incident.replaying"), job);
    }

    private Text replay(Input input, Progress progress) {
        List<Incident> incidents = store.incidents();
        if (incidents.isEmpty()) {
            throw ProblemException.conflict(Text.of("incident.none"));
        }
        int done = 0;
        int foreign = 0;
        for (Incident incident : incidents) {
            foreign += Via.during("action:replay", () -> one(input, incident)) ? 0 : 1;
            if (++done % SAY_EVERY == 0 || done == incidents.size()) {
                progress.step(done, incidents.size(), Text.of("incident.replayed", done));
            }
        }
        return foreign == 0
                ? Text.of("incident.replayed", done)
                : Text.of("incident.replayed-but", done - foreign, foreign);
    }

    /** @return false when the number is a ticket's that no replay has made */
    private boolean one(Input input, Incident incident) {
        return store.database().<Boolean, RuntimeException>write(handle -> {
            Optional<IncidentStore.Known> known = store.ticket(incident.number());
            if (known.isPresent() && !known.get().replayed()) {
                return false;
            }
            UUID id = known.map(IncidentStore.Known::ticket).orElseGet(Ids::next);
            Facts all = incident.facts();
            Map<String, @Nullable Object> values = values(input, incident, all);
            if (known.isPresent()) {
                records.update(access.system(), new Draft("ticket", id, null, values, null));
            } else {
                records.create(access.system(), new Draft("ticket", id, null, values, null));
            }
            facts.rewrite(id, all, "Awaiting");
            Boolean made = incident.madeSla();
            if (made != null) {
                store.note(id, made, clock.instant());
            }
            return true;
        });
    }

    private static Map<String, @Nullable Object> values(Input input, Incident incident, Facts facts) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", incident.number());
        String subject = incident.last().subject();
        values.put("title", subject == null ? incident.number() : subject);
        values.put("account", input.account());
        values.put("sla", input.sla());
        values.put("severity", incident.severity().key());
        values.put("openedAt", incident.openedAt());
        values.put("respondedAt", facts.ends().get(Metric.RESPOND));
        values.put("restoredAt", facts.ends().get(Metric.RESTORE));
        values.put("resolvedAt", facts.ends().get(Metric.RESOLVE));
        values.put("closedAt", incident.closedAt());
        values.put("state", state(incident, facts));
        return values;
    }

    private static String state(Incident incident, Facts facts) {
        if (incident.closedAt() != null) {
            return "closed";
        }
        if (facts.ends().containsKey(Metric.RESOLVE)) {
            return "resolved";
        }
        return incident.last().waits()
                ? "waiting-customer"
                : facts.ends().containsKey(Metric.RESPOND) ? "in-progress" : "new";
    }
}
