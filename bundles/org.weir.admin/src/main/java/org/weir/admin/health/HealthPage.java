package org.weir.admin.health;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.admin.health.Watch.Finding;
import org.weir.admin.jte.StaticTemplates;
import org.weir.base.api.HealthCheck.Level;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/health}: each check in words, and since when. */
@Component(service = Page.class)
public final class HealthPage implements Page {
    private final HealthComponent health;

    @Activate
    public HealthPage(@Reference HealthComponent health) {
        this.health = health;
    }

    /** @param tone {@code good, warn, bad} */
    public record Line(Text title, Text words, String level, String tone, Instant since) {
        static Line of(Finding found) {
            String name = name(found.level());
            return new Line(found.title(), found.words(), "health.level." + name, name, found.since());
        }
    }

    static String name(Level level) {
        return switch (level) {
            case GOOD -> "good";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }

    @Override
    public String path() {
        return "/admin/health";
    }

    @Override
    public String permission() {
        return Permissions.HEALTH;
    }

    @Override
    public Reply get(Visit visit) {
        List<Line> lines = health.findings().stream().map(Line::of).toList();
        return new Reply.Show(
                Text.of("health.title"),
                List.of(new Reply.Crumb(Text.of("admin.home"), "/admin")),
                new StaticTemplates().healthAll(visit, lines));
    }
}
