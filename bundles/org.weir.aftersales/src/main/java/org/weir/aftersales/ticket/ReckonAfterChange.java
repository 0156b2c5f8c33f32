package org.weir.aftersales.ticket;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;

/** A changed SLA, calendar or holiday list moves the due times of all tickets that are open; what is resolved stays judged. */
@Component
public final class ReckonAfterChange implements EventConsumer {
    private static final Set<String> SUBJECTS = Set.of("sla", "sla-target", "work-calendar");

    private final ReckonTickets reckon;
    private final ThreadLocal<Boolean> reckoned = ThreadLocal.withInitial(() -> false);

    @Activate
    public ReckonAfterChange(@Reference ReckonTickets reckon) {
        this.reckon = reckon;
    }

    @Override
    public String name() {
        return "org.weir.aftersales.ticket.clocks";
    }

    @Override
    public boolean wants(String eventType) {
        int dot = eventType.indexOf('.');
        return dot > 0 && SUBJECTS.contains(eventType.substring(0, dot));
    }

    /** What several changes that come in one transaction have changed was all there at the first of them. */
    @Override
    public void on(Event event) {
        if (!reckoned.get()) {
            reckon.open();
            reckoned.set(true);
            reckon.store().database().afterEnd(reckoned::remove);
        }
    }
}
