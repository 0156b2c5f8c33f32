package org.weir.webhooks.delivery;

import gg.jte.Content;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;
import org.weir.webhooks.jte.StaticTemplates;
import org.weir.webhooks.webhook.Webhook;

/** What was sent lately, on the webhook's page. */
@Component
public final class DeliveriesTab implements RecordTab {
    private static final int SHOWN = 25;

    private final Deliveries deliveries;

    @Activate
    public DeliveriesTab(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String type() {
        return Webhook.TYPE;
    }

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text label() {
        return Text.of("webhooks.deliveries");
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        long dead = deliveries.store().count(row.id(), Delivery.State.DEAD);
        return dead == 0 ? OptionalLong.empty() : OptionalLong.of(dead);
    }

    @Override
    public Content show(Visit visit, Row row) {
        List<Delivery> lately = deliveries.store().list(row.id(), null, null, SHOWN);
        return new StaticTemplates().webhooksDeliveries(visit, row.id(), lately, "", "");
    }
}
