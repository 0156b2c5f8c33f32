package org.weir.webhooks.webhook;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/** Tells owners of the webhooks that Weir has stopped. */
@Component
public final class WebhookDay implements DaySource {
    private final Records records;

    @Activate
    public WebhookDay(@Reference Records records) {
        this.records = records;
    }

    @Override
    public Text name() {
        return Text.of("record.webhook.many");
    }

    @Override
    public int order() {
        return 960;
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Query stopped = Query.all(Webhook.TYPE)
                .where(Filter.eq("owner", visit.actor().user()))
                .where(new Filter.Condition("stoppedBecause", Filter.Op.NULL, List.of("false")))
                .limit(20);
        return records.list(visit.actor(), stopped).rows().stream()
                .map(it -> new Item(
                        Kind.LATE,
                        it.updatedAt(),
                        String.valueOf(it.text("name")),
                        Text.of("webhooks.stopped." + it.text("stoppedBecause")),
                        "link",
                        "/r/webhook/" + it.id(),
                        null))
                .toList();
    }
}
