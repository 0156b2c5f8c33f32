package org.weir.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to move. */
public final class FakeClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    private FakeClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** @param start for example {@code 2026-03-01T09:00:00Z} */
    public static FakeClock at(String start) {
        return new FakeClock(new Hands(Instant.parse(start)), ZoneOffset.UTC);
    }

    public void advance(Duration time) {
        hands.advance(time);
    }

    @Override
    public Instant instant() {
        return hands.now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(hands, other);
    }

    private static final class Hands {
        private volatile Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        synchronized void advance(Duration time) {
            now = now.plus(time);
        }
    }
}
