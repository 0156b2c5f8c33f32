package org.weir.webhooks.secret;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.webhooks.jte.StaticTemplates;
import org.weir.webhooks.webhook.Webhook;

/** Shows a secret once, when it is made. */
@Component(service = Page.class)
public final class SecretPage implements Page {
    private final NewSecret secrets;

    @Activate
    public SecretPage(@Reference NewSecret secrets) {
        this.secrets = secrets;
    }

    @Override
    public String path() {
        return "/webhooks/{id}/secret";
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":update";
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Redirect("/r/webhook/" + visit.pathId("id"), null);
    }

    @Override
    public Reply post(Visit visit) {
        UUID webhook = visit.pathId("id");
        String secret = secrets.make(visit.actor(), webhook, Secrets.OVERLAP, "");
        return new Reply.Show(
                Text.of("webhooks.secret"),
                List.of(new Reply.Crumb(Text.of("record.webhook.many"), "/r/webhook")),
                new StaticTemplates().webhooksSecret(visit, webhook, secret));
    }
}
