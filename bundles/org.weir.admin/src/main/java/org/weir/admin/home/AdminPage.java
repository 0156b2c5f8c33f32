package org.weir.admin.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.admin.bundle.DeployComponent;
import org.weir.admin.health.HealthComponent;
import org.weir.admin.jte.StaticTemplates;
import org.weir.base.api.HealthCheck.Level;
import org.weir.base.api.Text;
import org.weir.events.api.Consumers;
import org.weir.events.api.ParkedEvents;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.State;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin}: everything that administrators look after, and what of it wants them. */
@Component(service = Page.class)
public final class AdminPage implements Page {
    private static final int MANY = 100;

    private final DeployComponent bundles;
    private final HealthComponent health;
    private final Consumers consumers;
    private final ParkedEvents parked;
    private final Jobs jobs;

    @Activate
    public AdminPage(
            @Reference DeployComponent bundles,
            @Reference HealthComponent health,
            @Reference Consumers consumers,
            @Reference ParkedEvents parked,
            @Reference Jobs jobs) {
        this.bundles = bundles;
        this.health = health;
        this.consumers = consumers;
        this.parked = parked;
        this.jobs = jobs;
    }

    /** @param tone {@code good, warn, bad}; empty for what has no state */
    public record Card(String href, String icon, Text label, Text said, String tone) {}

    @Override
    public String path() {
        return "/admin";
    }

    @Override
    public String permission() {
        return Permissions.HEALTH;
    }

    @Override
    public Reply get(Visit visit) {
        List<Card> cards = new ArrayList<>();
        add(visit, cards, Permissions.HEALTH, health());
        add(visit, cards, Permissions.BUNDLES, bundles());
        add(visit, cards, Permissions.SETTINGS, plain("/admin/settings", "sliders-horizontal", "settings.title"));
        add(visit, cards, "jobs:administer", jobs());
        add(visit, cards, "events:administer", events());
        add(visit, cards, "mail:administer", plain("/admin/mail", "mail", "admin.mail"));
        add(visit, cards, "webhook:read", plain("/r/webhook", "link", "admin.webhooks"));
        add(visit, cards, "access:audit", plain("/admin/audit", "scroll-text", "admin.audit"));
        add(visit, cards, "access:administer", plain("/admin/users", "user", "admin.users"));
        add(visit, cards, "access:administer", plain("/admin/teams", "network", "admin.teams"));
        add(visit, cards, "access:administer", plain("/admin/roles", "shield-check", "admin.roles"));
        add(visit, cards, "access:administer", plain("/admin/services", "key-round", "admin.services"));
        add(visit, cards, Permissions.METRICS, plain("/metrics", "hash", "admin.metrics"));
        return new Reply.Show(Text.of("admin.home"), List.of(), new StaticTemplates().homeAll(visit, cards));
    }

    private static void add(Visit visit, List<Card> cards, String permission, Card card) {
        if (visit.actor().may(permission)) {
            cards.add(card);
        }
    }

    private static Card plain(String href, String icon, String label) {
        return new Card(href, icon, Text.of(label), Text.of(label + ".about"), "");
    }

    private Card health() {
        int bad = health.count(Level.BAD);
        int warn = health.count(Level.WARN);
        Text said = bad > 0
                ? Text.of("admin.home.bad", bad)
                : warn > 0 ? Text.of("admin.home.warn", warn) : Text.of("admin.home.well");
        return new Card(
                "/admin/health",
                "circle-check",
                Text.of("health.title"),
                said,
                bad > 0 ? "bad" : warn > 0 ? "warn" : "good");
    }

    private Card bundles() {
        long trouble = bundles.trouble();
        return new Card(
                trouble > 0 ? "/admin/bundles?state=trouble" : "/admin/bundles",
                "puzzle",
                Text.of("admin.bundles"),
                trouble > 0 ? Text.of("admin.home.trouble", trouble) : Text.of("health.bundles.fine"),
                trouble > 0 ? "bad" : "good");
    }

    private Card jobs() {
        int failed = jobs.newest(Set.of(State.FAILED), MANY).size();
        return new Card(
                "/admin/jobs",
                "clock",
                Text.of("health.jobs"),
                Text.of("admin.home.jobs", failed),
                failed > 0 ? "warn" : "good");
    }

    private Card events() {
        long waiting = parked.count();
        long failing =
                consumers.all().stream().filter(it -> it.failure() != null).count();
        return new Card(
                "/admin/events",
                "history",
                Text.of("admin.events"),
                Text.of("admin.home.events", failing, waiting),
                failing > 0 ? "bad" : waiting > 0 ? "warn" : "good");
    }
}
