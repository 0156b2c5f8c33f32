package org.weir.aftersales.ticket;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.sla.Facts;
import org.weir.store.api.Database;

/** Puts the history of a ticket that was lived elsewhere in the place of what is noted here. */
@Component(service = RewriteFacts.class)
public final class RewriteFacts {
    private final TicketStore store;

    @Activate
    public RewriteFacts(@Reference(target = "(schema=aftersales)") Database database) {
        this.store = new TicketStore(database);
    }

    /**
     * Pauses and severities; the clocks are reckoned when the change of the ticket in the same transaction is committed.
     *
     * @param why of every pause
     */
    public void rewrite(UUID ticket, Facts facts, String why) {
        store.forgetGradings(ticket);
        facts.gradings().forEach(it -> store.grade(ticket, it.at(), it.severity()));
        store.forgetPauses(ticket);
        facts.pauses().forEach(it -> store.pause(ticket, it.from(), it.until(), why));
    }
}
