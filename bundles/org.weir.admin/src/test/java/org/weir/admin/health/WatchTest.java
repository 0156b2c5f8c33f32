package org.weir.admin.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.admin.health.Watch.Finding;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.testkit.FakeClock;

class WatchTest {
    private final FakeClock clock = FakeClock.at("2026-11-01T08:00:00Z");

    private static final class Switch implements HealthCheck {
        private final String name;
        private Result now = Result.good(Text.of("fine"));

        Switch(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Text title() {
            return Text.of(name);
        }

        @Override
        public Result check() {
            if (now.level() == Level.BAD) {
                throw new IllegalStateException("no answer");
            }
            return now;
        }
    }

    @Test
    void since_is_when_the_level_changed_and_the_worst_stands_first() {
        Switch one = new Switch("a");
        Switch two = new Switch("b");
        Watch watch = new Watch(() -> List.of(one, two), clock);
        watch.look();
        clock.advance(Duration.ofMinutes(5));
        two.now = HealthCheck.Result.warn(Text.of("slow"));
        Instant slow = clock.instant();
        watch.look();
        clock.advance(Duration.ofMinutes(5));
        two.now = HealthCheck.Result.warn(Text.of("slower"));
        List<Finding> found = watch.look();
        assertEquals(List.of("b", "a"), found.stream().map(Finding::name).toList());
        assertEquals(slow, found.get(0).since());
        assertEquals(Text.of("slower"), found.get(0).words());
        assertEquals(Instant.parse("2026-11-01T08:00:00Z"), found.get(1).since());
    }

    @Test
    void a_check_that_throws_is_bad_and_says_why() {
        Switch one = new Switch("a");
        one.now = HealthCheck.Result.bad(Text.of("bad"));
        Finding found = new Watch(() -> List.of(one), clock).look().get(0);
        assertEquals(HealthCheck.Level.BAD, found.level());
        assertEquals(Text.of("health.check.failed", "no answer"), found.words());
    }
}
