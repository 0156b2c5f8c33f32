package org.weir.aftersales.ticket;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** How many tickets of the customer are open, and how many of them late. */
@Component
public final class TicketsFigure implements CockpitFigure {
    private final OpenTicketsOf tickets;

    @Activate
    public TicketsFigure(@Reference Records records) {
        this.tickets = new OpenTicketsOf(records);
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public Text label() {
        return Text.of("record.ticket.many");
    }

    @Override
    public String permission() {
        return "ticket:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        OpenTicketsOf.Counts counts = tickets.count(visit.actor(), account);
        if (counts.ever() == 0) {
            return Optional.empty();
        }
        long open = counts.open();
        long late = counts.late();
        return Optional.of(new Figure(
                visit.t("ticket.open", open),
                late > 0 ? Text.of("ticket.so-many-late", late) : Text.of("ticket.none-late"),
                late > 0 ? "bad" : open > 0 ? "plain" : "good",
                OpenTicketsOf.href(account)));
    }
}
