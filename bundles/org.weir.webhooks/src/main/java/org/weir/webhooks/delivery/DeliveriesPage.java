package org.weir.webhooks.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.webhooks.jte.StaticTemplates;
import org.weir.webhooks.webhook.Webhook;

/** All that was sent to a webhook, a page at a time. */
@Component(service = Page.class)
public final class DeliveriesPage implements Page {
    private static final int SHOWN = 50;

    private final Deliveries deliveries;

    @Activate
    public DeliveriesPage(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String path() {
        return "/webhooks/{id}/deliveries";
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public Reply get(Visit visit) {
        Row webhook = deliveries.webhook(visit.actor(), visit.pathId("id"));
        String state = visit.param("state") == null ? "" : String.valueOf(visit.param("state"));
        List<Delivery> page = deliveries.store().list(webhook.id(), Deliveries.state(state), before(visit), SHOWN);
        String next = page.size() < SHOWN
                ? ""
                : "?state=" + state + "&before=" + page.get(page.size() - 1).id();
        return new Reply.Show(
                Text.of("webhooks.deliveries"),
                List.of(
                        new Reply.Crumb(Text.of("record.webhook.many"), "/r/webhook"),
                        new Reply.Crumb(
                                Text.of("web.as-is", String.valueOf(webhook.text("name"))),
                                "/r/webhook/" + webhook.id())),
                new StaticTemplates().webhooksPage(visit, webhook, page, state, next));
    }

    private static @Nullable UUID before(Visit visit) {
        String before = visit.param("before");
        try {
            return before == null ? null : UUID.fromString(before);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.notFound();
        }
    }
}
