package org.weir.aftersales.ticket;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.aftersales.ticket.ReckonTickets.Clocks;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField.Badge;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** The customer's open tickets with their clocks. */
@Component
public final class OpenTicketsPanel implements CockpitPanel {
    private static final int SHOWN = 6;

    private final OpenTicketsOf tickets;
    private final ReckonTickets reckon;

    @Activate
    public OpenTicketsPanel(@Reference Records records, @Reference ReckonTickets reckon) {
        this.tickets = new OpenTicketsOf(records);
        this.reckon = reckon;
    }

    public record TicketLine(String href, String number, String title, String severity, String clock, String tone) {}

    @Override
    public int order() {
        return 620;
    }

    @Override
    public boolean side() {
        return true;
    }

    @Override
    public Text title() {
        return Text.of("ticket.open-tickets");
    }

    @Override
    public String permission() {
        return "ticket:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        List<Row> rows = tickets.first(visit.actor(), account, SHOWN);
        Map<UUID, Clocks> clocks = reckon.clocks(rows.stream().map(Row::id).toList());
        List<TicketLine> lines = new ArrayList<>();
        for (Row row : rows) {
            Clocks its = clocks.get(row.id());
            List<Badge> badges = its == null ? List.of() : ClockWords.badges(its);
            lines.add(new TicketLine(
                    "/r/ticket/" + row.id(),
                    Objects.requireNonNullElse(row.text("number"), ""),
                    String.valueOf(row.get("title")),
                    visit.t("record.ticket.severity." + row.text("severity")),
                    badges.isEmpty()
                            ? visit.t("record.ticket.state." + row.text("state"))
                            : visit.t(badges.get(0).label()),
                    badges.isEmpty() ? "plain" : badges.get(0).tone()));
        }
        return new StaticTemplates()
                .aftersalesTicketOpen(visit, lines, OpenTicketsOf.href(account), rows.size() == SHOWN);
    }
}
