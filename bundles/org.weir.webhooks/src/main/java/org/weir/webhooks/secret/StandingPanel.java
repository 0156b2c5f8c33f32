package org.weir.webhooks.secret;

import gg.jte.Content;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;
import org.weir.webhooks.delivery.Delivery;
import org.weir.webhooks.delivery.DeliveryStore;
import org.weir.webhooks.jte.StaticTemplates;
import org.weir.webhooks.webhook.Webhook;

/** How the receiver does, and what signs. */
@Component
public final class StandingPanel implements RecordPanel {
    private final DeliveryStore deliveries;
    private final NewSecret secrets;
    private final Records records;

    @Activate
    public StandingPanel(
            @Reference(target = "(schema=webhooks)") Database database,
            @Reference NewSecret secrets,
            @Reference Records records) {
        this.deliveries = new DeliveryStore(database, Clock.systemUTC());
        this.secrets = secrets;
        this.records = records;
    }

    @Override
    public String type() {
        return Webhook.TYPE;
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public Text title() {
        return Text.of("webhooks.standing");
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        return new StaticTemplates()
                .webhooksStanding(
                        visit,
                        row,
                        deliveries.standing(row.id()),
                        deliveries.count(row.id(), Delivery.State.DUE),
                        deliveries.count(row.id(), Delivery.State.DEAD),
                        secrets.made(row.id()),
                        records.may(visit.actor(), "update", row));
    }
}
