package org.weir.webhooks.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.webhooks.webhook.Webhook;

/** {@code POST /api/webhook/{id}/secret}: makes a secret, which stands in this answer and nowhere else. */
@Component(service = {Operation.class, NewSecret.class})
public final class NewSecret implements Operation {
    private static final int LONGEST_OVERLAP = 168;

    private final Secrets secrets;
    private final Records records;
    private final Audit audit;

    @Activate
    public NewSecret(
            @Reference(target = "(schema=webhooks)") Database database,
            @Reference Seal seal,
            @Reference Records records,
            @Reference Audit audit) {
        this.secrets = new Secrets(database, Clock.systemUTC(), seal);
        this.records = records;
        this.audit = audit;
    }

    /** @param previousEndsAt until when the one before signs as well */
    public record Told(String secret, Instant previousEndsAt) {}

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/webhook/{id}/secret";
    }

    @Override
    public String name() {
        return "newWebhookSecret";
    }

    @Override
    public Text summary() {
        return Text.of("webhooks.secret.new");
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":update";
    }

    @Override
    public List<Param> params() {
        return List.of(new Param("overlapHours", "integer"));
    }

    @Override
    public Output output() {
        return Output.json(201, Told.class);
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Reply call(Ask ask) {
        String asked = ask.param("overlapHours");
        Duration overlap = Secrets.OVERLAP;
        if (asked != null) {
            if (!asked.matches("[0-9]{1,3}") || Integer.parseInt(asked) > LONGEST_OVERLAP) {
                throw ProblemException.badRequest(Text.of("webhooks.problem.overlap", LONGEST_OVERLAP));
            }
            overlap = Duration.ofHours(Integer.parseInt(asked));
        }
        String secret = make(ask.actor(), ask.pathId("id"), overlap, "");
        return Reply.json(201, new Told(secret, Clock.systemUTC().instant().plus(overlap)));
    }

    /** @throws ProblemException 403, 404 */
    public String make(Actor actor, UUID webhook, Duration overlap, String address) {
        Row row = records.read(actor, Webhook.TYPE, webhook);
        if (!records.may(actor, "update", row)) {
            throw ProblemException.forbidden(permission());
        }
        audit.note(actor, "webhook.secret", webhook.toString(), address);
        return secrets.make(webhook, overlap);
    }

    List<Secrets.Made> made(UUID webhook) {
        return secrets.made(webhook);
    }
}
