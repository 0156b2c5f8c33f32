package org.weir.web.admin;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Audit;
import org.weir.base.api.Text;
import org.weir.events.api.Consumers;
import org.weir.events.api.ParkedEvents;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;

/** {@code /admin/events}: who reads the event log, how far behind they are, and what they could not take. */
@Component(service = Page.class)
public final class EventsPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PARKED = 100;

    private final Consumers consumers;
    private final ParkedEvents parked;
    private final Audit audit;

    @Activate
    public EventsPage(@Reference Consumers consumers, @Reference ParkedEvents parked, @Reference Audit audit) {
        this.consumers = consumers;
        this.parked = parked;
        this.audit = audit;
    }

    @Override
    public String path() {
        return "/admin/events";
    }

    @Override
    public String permission() {
        return Entry.EVENTS;
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Show(
                Text.of("admin.events"),
                List.of(Entry.HOME),
                TEMPLATES.adminEvents(visit, consumers.all(), parked.newest(PARKED), parked.count()));
    }

    /** Brings a parked event once more, or gives it up. */
    @Override
    public Reply post(Visit visit) {
        String consumer = UserPages.typed(visit, "consumer");
        UUID event = Request.id(UserPages.typed(visit, "event"));
        boolean drop = visit.param("drop") != null;
        boolean gone = drop ? parked.drop(consumer, event) : parked.retry(consumer, event);
        audit.note(
                visit.actor(),
                drop ? "event.dropped" : "event.retried",
                consumer + " " + event,
                ((Request) visit).address());
        String said = drop ? "admin.event.dropped" : gone ? "admin.event.taken" : "admin.event.failed-again";
        return new Reply.Redirect("/admin/events", Text.of(said));
    }
}
