package org.weir.aftersales.ticket;

import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.aftersales.sla.Reading;
import org.weir.aftersales.ticket.ReckonTickets.Clocks;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;

/** The clocks of a ticket: how much of each promise is used, when it falls due here and there, what does not count. */
@Component
public final class ClocksPanel implements RecordPanel {
    private final ReckonTickets reckon;

    @Activate
    public ClocksPanel(@Reference ReckonTickets reckon) {
        this.reckon = reckon;
    }

    /**
     * @param used of {@code whole}, in minutes
     * @param due in the reader's zone; empty while nothing is due
     * @param there the same in the calendar's zone; empty when it is the same on the clock
     */
    public record ClockLine(
            String name,
            String used,
            long minutes,
            long whole,
            String tone,
            String state,
            String due,
            String there,
            boolean fixed) {}

    /** @param until empty while it lasts */
    public record Hold(String from, String until, String why) {}

    public record Step(String who, String what, String at) {}

    /**
     * @param counts when time counts
     * @param now whether it counts now
     */
    public record Board(
            List<ClockLine> lines, List<Hold> holds, List<Step> steps, String counts, String now, boolean paused) {}

    @Override
    public String type() {
        return "ticket";
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public Text title() {
        return Text.of("ticket.clocks");
    }

    @Override
    public String permission() {
        return "ticket:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Clocks clocks = Objects.requireNonNull(reckon.clocks(List.of(row.id())).get(row.id()));
        return new StaticTemplates().aftersalesTicketClocks(visit, board(visit, row, clocks));
    }

    private Board board(Visit visit, Row row, Clocks clocks) {
        List<ClockLine> lines = new ArrayList<>();
        clocks.readings().values().forEach(it -> lines.add(line(visit, clocks, it)));
        List<Hold> holds = new ArrayList<>();
        for (TicketStore.NotedPause pause : reckon.store().pauses(row.id())) {
            Instant until = pause.until();
            holds.add(new Hold(
                    moment(visit, pause.from(), visit.actor().zone()),
                    until == null ? "" : moment(visit, until, visit.actor().zone()),
                    pause.why()));
        }
        List<Step> steps = new ArrayList<>();
        reckon.store().escalations(List.of(row.id())).forEach(it -> steps.add(step(visit, it)));
        boolean paused = clocks.readings().values().stream().anyMatch(Reading::paused);
        return new Board(lines, holds, steps, counts(visit, clocks), now(visit, clocks), paused);
    }

    private static ClockLine line(Visit visit, Clocks clocks, Reading reading) {
        Duration target = reading.target();
        Duration worked = ClockWords.worked(clocks, reading);
        String tone = ClockWords.tone(reading, clocks.now());
        return new ClockLine(
                visit.t(ClockWords.name(reading.metric())),
                target == null
                        ? visit.t(ClockWords.length(worked))
                        : visit.t("ticket.used", ClockWords.length(worked), ClockWords.length(target)),
                Math.min(worked.toMinutes(), target == null ? Long.MAX_VALUE : target.toMinutes()),
                target == null ? 0 : target.toMinutes(),
                tone.equals("plain") ? "" : tone,
                visit.t(ClockWords.state(clocks, reading)),
                reading.due() == null
                        ? ""
                        : moment(visit, reading.due(), visit.actor().zone()),
                there(visit, reading.due(), clocks.terms().calendar().zone()),
                reading.fixed());
    }

    private static String there(Visit visit, @Nullable Instant at, ZoneId zone) {
        if (at == null
                || zone.getRules()
                        .getOffset(at)
                        .equals(visit.actor().zone().getRules().getOffset(at))) {
            return "";
        }
        return moment(visit, at, zone) + " " + place(zone);
    }

    /** Always with the time of day; with the day unless it is today for the reader. */
    private static String moment(Visit visit, Instant at, ZoneId zone) {
        LocalDate today = LocalDate.now(visit.actor().zone());
        String pattern = at.atZone(zone).toLocalDate().equals(today)
                ? "HH:mm"
                : visit.locale().getLanguage().equals("zh") ? "M月d日 HH:mm" : "d MMM, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, visit.locale()).format(at.atZone(zone));
    }

    private static String place(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static Step step(Visit visit, Clocked.Escalation escalation) {
        String what = escalation.metric().equals(ReckonTickets.MANUAL)
                ? Objects.requireNonNullElse(escalation.why(), "")
                : visit.t("ticket.step-why." + escalation.step(), visit.t("sla.metric." + escalation.metric()));
        return new Step(
                visit.t("ticket.step." + escalation.step()),
                what,
                moment(visit, escalation.raisedAt(), visit.actor().zone()));
    }

    private static String counts(Visit visit, Clocks clocks) {
        return visit.t(
                "ticket.counts",
                clocks.terms().calendar().hours().toString(),
                place(clocks.terms().calendar().zone()));
    }

    private static String now(Visit visit, Clocks clocks) {
        if (clocks.ticket().resolved()) {
            return "";
        }
        return clocks.terms().calendar().isWorking(clocks.now())
                ? visit.t("ticket.counts-now")
                : visit.t(
                        "ticket.counts-again",
                        moment(
                                visit,
                                clocks.terms().calendar().nextStart(clocks.now()),
                                visit.actor().zone()));
    }
}
