package org.weir.aftersales.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** Our clocks beside those of another service desk: how often they agree, and where they do not. */
@Component(service = {Page.class, NavEntry.class})
public final class ReplayPage implements Page, NavEntry {
    private static final int SHOWN = 200;

    private final CompareReplay compare;

    @Activate
    public ReplayPage(@Reference CompareReplay compare) {
        this.compare = compare;
    }

    /** A difference as shown. */
    public record Odd(
            String href,
            String number,
            String severity,
            String recorded,
            String ours,
            String used,
            String target,
            String paused) {}

    @Override
    public String path() {
        return "/aftersales/replay";
    }

    @Override
    public String permission() {
        return "incident-event:read";
    }

    @Override
    public String section() {
        return "section.aftersales";
    }

    @Override
    public int order() {
        return 485;
    }

    @Override
    public Text label() {
        return Text.of("incident.replay");
    }

    @Override
    public String icon() {
        return "git-compare";
    }

    @Override
    public String href() {
        return path();
    }

    @Override
    public Reply get(Visit visit) {
        Comparison comparison = compare.compare(visit.actor());
        List<Comparison.Difference> shown = comparison.differences().size() > SHOWN
                ? comparison.differences().subList(0, SHOWN)
                : comparison.differences();
        Map<UUID, Row> tickets = new HashMap<>();
        compare.tickets(visit.actor(), shown).forEach(it -> tickets.put(it.id(), it));
        List<Odd> odds = new ArrayList<>();
        for (Comparison.Difference it : shown) {
            Row ticket = tickets.get(it.ours().ticket());
            if (ticket != null) {
                odds.add(odd(visit, it, ticket));
            }
        }
        return new Reply.Show(
                Text.of("incident.replay"),
                List.of(),
                new StaticTemplates().aftersalesIncidentReplay(visit, comparison, odds));
    }

    private static Odd odd(Visit visit, Comparison.Difference difference, Row ticket) {
        return new Odd(
                "/r/ticket/" + ticket.id(),
                String.valueOf(ticket.get("number")),
                visit.t("record.ticket.severity." + ticket.text("severity")),
                visit.t(difference.recordedMade() ? "incident.made" : "incident.missed"),
                visit.t(difference.ours().made() ? "incident.made" : "incident.missed"),
                visit.t(difference.ours().used()),
                visit.t(difference.ours().target()),
                visit.t(difference.ours().paused()));
    }
}
