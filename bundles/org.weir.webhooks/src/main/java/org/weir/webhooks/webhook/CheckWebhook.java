package org.weir.webhooks.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.webhooks.send.Destination;
import org.weir.webhooks.send.Networks;

/**
 * Whoever gives a webhook its address becomes its owner, so that nobody can read through another's eyes; and an address must
 * be one that Weir may call.
 */
@Component
public final class CheckWebhook implements Validator {
    private static final Pattern EVENTS = Pattern.compile("\\*|[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*(\\.\\*)?");

    private final Networks networks;

    @Activate
    public CheckWebhook(@Reference Networks networks) {
        this.networks = networks;
    }

    @Override
    public String type() {
        return Webhook.TYPE;
    }

    @Override
    public Map<String, @Nullable Object> derive(Change change) {
        Row after = change.after();
        Map<String, @Nullable Object> derived = new HashMap<>();
        if (after == null) {
            return derived;
        }
        boolean person = !change.actor().user().equals(Actor.SYSTEM);
        if (person && change.changes("address")) {
            derived.put("owner", change.actor().user());
        }
        if (Boolean.TRUE.equals(after.get("active"))) {
            derived.put("stoppedBecause", null);
        }
        return derived;
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        String address = after.text("address");
        if (address != null && change.changes("address")) {
            try {
                networks.requireLiteral(Destination.of(address));
            } catch (ProblemException refused) {
                rejections.reject("address", refused.fields().get(0).text());
            }
        }
        after.list("events").stream()
                .filter(it -> !EVENTS.matcher(it).matches())
                .findFirst()
                .ifPresent(it -> rejections.reject("events", Text.of("webhooks.problem.events", it)));
    }
}
