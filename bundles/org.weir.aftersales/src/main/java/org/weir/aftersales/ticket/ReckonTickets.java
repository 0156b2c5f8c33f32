package org.weir.aftersales.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Reading;
import org.weir.aftersales.sla.SlaClock;
import org.weir.aftersales.sla.SlaTerms;
import org.weir.aftersales.sla.Terms;
import org.weir.aftersales.ticket.Clocked.Derived;
import org.weir.aftersales.ticket.Clocked.Escalation;
import org.weir.base.api.Ids;
import org.weir.calendar.api.WorkCalendars;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/**
 * Reckons the clocks of tickets anew and keeps what follows: due times, broken promises, the step of the escalation
 * ladder. May run as often as one likes, on any node; only what differs is written, and each escalation is raised once.
 */
@Component(service = ReckonTickets.class)
public final class ReckonTickets {
    static final String MANUAL = "manual";
    private static final int AT_ONCE = 1_000;
    /** So late at most may a step be raised outside service hours: it fell due while they lasted. */
    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private final TicketStore store;
    private final SlaTerms terms;
    private final Access access;
    private final Records records;
    private final RecordTypes types;
    private final EventLog events;
    private final Clock clock;

    @Activate
    public ReckonTickets(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference WorkCalendars calendars,
            @Reference Access access,
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference EventLog events) {
        this(database, calendars, access, records, types, events, Clock.systemUTC());
    }

    public ReckonTickets(
            Database database,
            WorkCalendars calendars,
            Access access,
            Records records,
            RecordTypes types,
            EventLog events,
            Clock clock) {
        this.store = new TicketStore(database);
        this.terms = new SlaTerms(database, calendars);
        this.access = access;
        this.records = records;
        this.types = types;
        this.events = events;
        this.clock = clock;
    }

    TicketStore store() {
        return store;
    }

    SlaTerms terms() {
        return terms;
    }

    Clock clock() {
        return clock;
    }

    /** All that are not resolved. @return how many have changed */
    public int open() {
        return reckon(store.open());
    }

    /** Those at whose clocks something happens by now. @return how many have changed */
    public int due() {
        return reckon(store.dueForLook(clock.instant()));
    }

    /** @return how many have changed */
    public int reckon(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        Map<UUID, Terms> all = terms.all();
        List<UUID> list = List.copyOf(ids);
        int changed = 0;
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            List<UUID> some = list.subList(from, Math.min(list.size(), from + AT_ONCE));
            changed += store.database().<Integer, RuntimeException>write(handle -> some(some, all));
        }
        return changed;
    }

    private int some(List<UUID> ids, Map<UUID, Terms> all) {
        Instant now = clock.instant();
        List<Clocked> tickets = store.read(ids);
        Map<UUID, UUID> ofContracts = ofContracts(tickets);
        UUID usual = store.usualSla().orElse(null);
        Raised raised = new Raised(store.escalations(ids));
        Map<UUID, Derived> changed = new HashMap<>();
        Map<UUID, UUID> agreed = new HashMap<>();
        List<Escalation> news = new ArrayList<>();
        for (Clocked ticket : tickets) {
            UUID sla = sla(ticket, ofContracts, usual);
            if (sla != null && !sla.equals(ticket.sla())) {
                agreed.put(ticket.id(), sla);
            }
            Terms its = sla == null ? terms.none() : all.getOrDefault(sla, terms.none());
            Map<Metric, Reading> readings = SlaClock.read(ticket.facts(), its);
            int step = ticket.resolved() ? 0 : raised.of(ticket.id(), MANUAL, null);
            Instant next = null;
            for (Reading reading : readings.values()) {
                int level = level(
                        reading,
                        its,
                        now,
                        raised.of(ticket.id(), reading.metric().key(), reading.due()));
                news.addAll(raised.missing(ticket.id(), reading, level, now));
                step = Math.max(step, level);
                next = earlier(next, next(reading, its, now, level));
            }
            Derived derived = Derived.of(sla, readings, ticket.resolved(), step, next, now);
            if (!derived.equals(ticket.derived())) {
                changed.put(ticket.id(), derived);
            }
        }
        store.agree(agreed);
        store.save(changed);
        store.raise(news);
        tell(news);
        return changed.size();
    }

    /** Once for each ticket, of the highest step that is new: who was away for a day is not told of three. */
    private void tell(List<Escalation> news) {
        Map<UUID, Escalation> highest = new LinkedHashMap<>();
        news.forEach(it -> highest.merge(it.ticket(), it, (one, other) -> other.step() > one.step() ? other : one));
        highest.forEach((ticket, it) -> events.append(new Event(
                Ids.next(), AftersalesTypes.TICKET_ESCALATED, "ticket", ticket, it.raisedAt(), null, it.data())));
    }

    /** Outside service hours nobody is roused by what fell due long ago; it waits for the next beginning of work. */
    private static int level(Reading reading, Terms terms, Instant now, int before) {
        int level = reading.level(now);
        if (level <= before) {
            return level == 0 ? 0 : before;
        }
        Instant moment = level == 1 ? reading.warnAt() : level == 2 ? reading.due() : reading.escalateAt();
        boolean may = terms.calendar().isWorking(now)
                || (moment != null && Duration.between(moment, now).compareTo(JUST_NOW) <= 0);
        return may ? level : before;
    }

    private static @Nullable Instant next(Reading reading, Terms terms, Instant now, int level) {
        return reading.level(now) > level ? terms.calendar().nextStart(now) : reading.next(now);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable UUID sla(Clocked ticket, Map<UUID, UUID> ofContracts, @Nullable UUID usual) {
        if (ticket.sla() != null) {
            return ticket.sla();
        }
        UUID contract = ticket.serviceContract();
        UUID agreed = contract == null ? null : ofContracts.get(contract);
        return agreed == null ? usual : agreed;
    }

    private Map<UUID, UUID> ofContracts(List<Clocked> tickets) {
        Set<UUID> contracts = new HashSet<>();
        for (Clocked ticket : tickets) {
            if (ticket.sla() == null && ticket.serviceContract() != null) {
                contracts.add(ticket.serviceContract());
            }
        }
        Map<UUID, UUID> slas = new HashMap<>();
        if (!contracts.isEmpty() && types.find("service-contract").isPresent()) {
            records.readAll(access.system(), "service-contract", contracts).forEach(it -> {
                UUID sla = it.ref("sla");
                if (sla != null) {
                    slas.put(it.id(), sla);
                }
            });
        }
        return slas;
    }

    /** What the clocks of tickets say now, by ticket. */
    Map<UUID, Clocks> clocks(Collection<UUID> tickets) {
        Map<UUID, Clocks> clocks = new HashMap<>();
        if (tickets.isEmpty()) {
            return clocks;
        }
        Map<UUID, Terms> all = terms.all();
        Instant now = clock.instant();
        for (Clocked it : store.read(tickets)) {
            Terms its = it.sla() == null ? terms.none() : all.getOrDefault(it.sla(), terms.none());
            clocks.put(it.id(), new Clocks(it, its, SlaClock.read(it.facts(), its), now));
        }
        return clocks;
    }

    /** A ticket's clocks at a moment. */
    record Clocks(Clocked ticket, Terms terms, Map<Metric, Reading> readings, Instant now) {}

    /** Steps of the ladder that have been raised already. */
    private static final class Raised {
        private final List<Escalation> none = List.of();
        private final Map<UUID, List<Escalation>> byTicket = new HashMap<>();

        Raised(List<Escalation> all) {
            all.forEach(it -> byTicket.computeIfAbsent(it.ticket(), id -> new ArrayList<>())
                    .add(it));
        }

        /** The highest step for the due time; with no due time the highest of all. */
        int of(UUID ticket, String metric, @Nullable Instant due) {
            return byTicket.getOrDefault(ticket, none).stream()
                    .filter(it -> it.metric().equals(metric)
                            && (due == null || it.due().equals(due)))
                    .mapToInt(Escalation::step)
                    .max()
                    .orElse(0);
        }

        List<Escalation> missing(UUID ticket, Reading reading, int level, Instant now) {
            List<Escalation> missing = new ArrayList<>();
            Instant due = reading.due();
            if (due != null) {
                for (int step = of(ticket, reading.metric().key(), due) + 1; step <= level; step++) {
                    missing.add(new Escalation(ticket, reading.metric().key(), step, due, now, null));
                }
            }
            return missing;
        }
    }
}
