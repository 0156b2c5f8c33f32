package org.weir.admin.health;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.HealthCheck.Level;
import org.weir.base.api.HealthCheck.Result;
import org.weir.base.api.Text;

/** Asks all checks and remembers since when each is as it is, on this node. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Supplier<List<HealthCheck>> checks;
    private final Clock clock;
    private final Map<String, Finding> last = new ConcurrentHashMap<>();

    Watch(Supplier<List<HealthCheck>> checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /** @param since when it became so; the start of this node when it has always been */
    record Finding(String name, Text title, Level level, Text words, Instant since) {}

    /** The worst first, then by name. */
    synchronized List<Finding> look() {
        List<Finding> result = new ArrayList<>();
        for (HealthCheck check : checks.get()) {
            Result now = ask(check);
            Finding before = last.get(check.name());
            Instant since = before != null && before.level() == now.level() ? before.since() : clock.instant();
            if (before != null && before.level() != now.level()) {
                LOG.info("Health: {} is {} (was {}): {}", check.name(), now.level(), before.level(), now.words());
            }
            Finding found = new Finding(check.name(), check.title(), now.level(), now.words(), since);
            last.put(check.name(), found);
            result.add(found);
        }
        result.sort(
                Comparator.comparing(Finding::level, Comparator.reverseOrder()).thenComparing(Finding::name));
        return result;
    }

    private static Result ask(HealthCheck check) {
        try {
            return check.check();
        } catch (Exception e) {
            LOG.debug("The check {} failed", check.name(), e);
            String said = e.getMessage();
            return Result.bad(Text.of("health.check.failed", said == null ? e.toString() : said));
        }
    }
}
