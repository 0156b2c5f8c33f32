package org.weir.admin.bundle;

import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.admin.bundle.DeployStore.Deployment;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/bundles/history}: every change of the bundles, and what became of it. */
@Component(service = Page.class)
public final class HistoryPage implements Page {
    private static final int LIMIT = 200;

    private final DeployComponent bundles;

    @Activate
    public HistoryPage(@Reference DeployComponent bundles) {
        this.bundles = bundles;
    }

    /** @param tone {@code good, warn, bad} */
    public record Line(Deployment change, String tone) {
        static Line of(Deployment change) {
            return new Line(
                    change,
                    switch (change.outcome()) {
                        case "done" -> "good";
                        case "by-hand", "trying" -> "warn";
                        default -> "bad";
                    });
        }

        public String name() {
            return change.name();
        }

        public String versions(Visit v) {
            String from = change.fromVersion().isEmpty() ? "–" : change.fromVersion();
            return from + " → " + (change.toVersion().isEmpty() ? "–" : change.toVersion());
        }

        public String id() {
            return change.id().toString();
        }

        public boolean trying() {
            return change.outcome().equals("trying");
        }

        /** What became of it, in a sentence. */
        public Text said() {
            if (change.outcome().equals("done")) {
                return change.toVersion().isEmpty()
                        ? Text.of("admin.deploy.removed", change.name())
                        : Text.of("admin.deploy.runs", change.name(), change.toVersion());
            }
            return Text.of("admin.deploy." + change.outcome());
        }

        public String outcome() {
            return "admin.deploy.outcome." + change.outcome();
        }

        public String reason() {
            return change.reason();
        }

        public String by() {
            return change.by();
        }

        public Instant at() {
            return change.at();
        }
    }

    @Override
    public String path() {
        return "/admin/bundles/history";
    }

    @Override
    public String permission() {
        return Permissions.BUNDLES;
    }

    @Override
    public Reply get(Visit visit) {
        List<Line> lines =
                bundles.deploy().deployments(LIMIT).stream().map(Line::of).toList();
        return new Reply.Show(Text.of("admin.bundle.history"), Draw.CRUMBS, Draw.TEMPLATES.bundleHistory(visit, lines));
    }
}
