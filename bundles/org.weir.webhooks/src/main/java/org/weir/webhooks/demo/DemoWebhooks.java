package org.weir.webhooks.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.records.api.Demo;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.webhooks.secret.NewSecret;
import org.weir.webhooks.webhook.Webhook;

/**
 * Two receivers of the demo company. Their addresses end in {@code .example}, which leads nowhere for ever: the log shows
 * what is tried again, and nobody outside is called.
 */
@Component(service = Demo.class)
public final class DemoWebhooks implements Demo {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Records records;
    private final Access access;
    private final Directory directory;
    private final NewSecret secret;

    @Activate
    public DemoWebhooks(
            @Reference Records records,
            @Reference Access access,
            @Reference Directory directory,
            @Reference NewSecret secret) {
        this.records = records;
        this.access = access;
        this.directory = directory;
        this.secret = secret;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    /** After the people and before contracts and tickets, which it is told of. */
    @Override
    public int order() {
        return 15;
    }

    @Override
    public Set<String> needs() {
        return Set.of(Webhook.TYPE);
    }

    @Override
    public void make(Actor system) {
        Optional<Actor> integrator = directory.byLogin("demo-admin").map(it -> access.actor(it.id()));
        if (integrator.isEmpty()) {
            return;
        }
        add(integrator.get(), "ERP", "https://erp.demo.example/weir", true, "contract.created", "ticket.resolved");
        add(integrator.get(), "Data warehouse", "https://warehouse.demo.example/events", false, "*");
    }

    private void add(Actor integrator, String name, String address, boolean active, String... events) {
        Row webhook = records.create(
                integrator,
                Draft.create(
                        Webhook.TYPE,
                        Map.of("name", name, "address", address, "events", List.of(events), "active", active)));
        secret.make(integrator, webhook.id(), AT_ONCE, "");
    }
}
