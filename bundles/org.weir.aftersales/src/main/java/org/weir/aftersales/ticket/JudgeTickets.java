package org.weir.aftersales.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.sla.Facts;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Reading;
import org.weir.aftersales.sla.SlaClock;
import org.weir.aftersales.sla.Terms;
import org.weir.aftersales.ticket.ReckonTickets.Clocks;
import org.weir.base.api.Text;

/** Says of resolved tickets whether they were resolved in time; with pauses, and as it would be if waiting counted. */
@Component(service = JudgeTickets.class)
public final class JudgeTickets {
    private static final int AT_ONCE = 1_000;

    private final ReckonTickets reckon;

    @Activate
    public JudgeTickets(@Reference ReckonTickets reckon) {
        this.reckon = reckon;
    }

    /**
     * @param made with pauses taken out
     * @param madeWaiting if pauses counted
     * @param used the working time that counts
     * @param paused the working time taken out
     */
    public record Verdict(UUID ticket, boolean made, boolean madeWaiting, Text used, Text target, Text paused) {}

    /** Of those that are resolved and that something was promised for, in the order given. */
    public List<Verdict> judge(Collection<UUID> tickets) {
        List<UUID> ids = List.copyOf(tickets);
        Map<UUID, Clocks> clocks = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            clocks.putAll(reckon.clocks(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (UUID id : ids) {
            Clocks its = clocks.get(id);
            Reading reading = its == null ? null : its.readings().get(Metric.RESOLVE);
            if (its != null && reading != null && reading.target() != null && !reading.running()) {
                verdicts.add(verdict(its, reading));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(Clocks clocks, Reading reading) {
        Facts facts = clocks.ticket().facts();
        Terms terms = clocks.terms();
        Facts waiting = new Facts(facts.openedAt(), List.of(), facts.gradings(), facts.ends(), facts.fixed());
        Reading other = Objects.requireNonNull(SlaClock.read(waiting, terms).get(Metric.RESOLVE));
        Duration used = SlaClock.worked(facts, terms.calendar(), Metric.RESOLVE, clocks.now());
        Duration all = SlaClock.worked(waiting, terms.calendar(), Metric.RESOLVE, clocks.now());
        return new Verdict(
                clocks.ticket().id(),
                !reading.breached(clocks.now()),
                !other.breached(clocks.now()),
                ClockWords.length(used),
                ClockWords.length(Objects.requireNonNull(reading.target())),
                ClockWords.length(all.minus(used)));
    }
}
