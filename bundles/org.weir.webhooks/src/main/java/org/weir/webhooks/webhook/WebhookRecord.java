package org.weir.webhooks.webhook;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings webhooks into the suite as records. */
@Component
public final class WebhookRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public WebhookRecord(@Reference(target = "(schema=webhooks)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Webhook.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
