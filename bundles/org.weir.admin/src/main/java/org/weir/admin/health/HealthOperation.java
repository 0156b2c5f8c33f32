package org.weir.admin.health;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code GET /api/admin/health}. */
@Component
public final class HealthOperation implements Operation {
    private final HealthComponent health;

    @Activate
    public HealthOperation(@Reference HealthComponent health) {
        this.health = health;
    }

    /** @param level {@code good, warn, bad} */
    record Found(String name, Text title, String level, Text words, Instant since) {}

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/admin/health";
    }

    @Override
    public String name() {
        return "readHealth";
    }

    @Override
    public Text summary() {
        return Text.of("admin.api.readHealth");
    }

    @Override
    public String permission() {
        return Permissions.HEALTH;
    }

    @Override
    public Output output() {
        return Output.items(Found.class);
    }

    @Override
    public Reply call(Ask ask) {
        return Reply.json(health.findings().stream()
                .map(it -> new Found(it.name(), it.title(), HealthPage.name(it.level()), it.words(), it.since()))
                .toList());
    }
}
