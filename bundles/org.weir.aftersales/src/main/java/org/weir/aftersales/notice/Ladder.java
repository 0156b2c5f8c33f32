package org.weir.aftersales.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;

/**
 * Who stands on the steps of the ladder, by their roles. Looked up once a minute: ten thousand tickets may come to a step
 * at the same moment. Then nobody gets ten thousand letters either: after some in an hour <i>My day</i> is the place.
 */
final class Ladder {
    private static final Map<Integer, String> STEPS = Map.of(2, "ticket:service-manager", 3, "ticket:region-manager");
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int AN_HOUR = 20;
    private static final int PIECE = 500;

    private final Directory directory;
    private final Access access;
    private final Clock clock;
    private final Map<UUID, Deque<Instant>> written = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    private record Known(Instant at, Map<Integer, List<UUID>> people) {}

    Ladder(Directory directory, Access access, Clock clock) {
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    List<UUID> on(int step) {
        Known now = known;
        if (now == null || now.at().isBefore(clock.instant().minus(FRESH))) {
            now = new Known(
                    clock.instant(),
                    STEPS.keySet().stream().collect(Collectors.toMap(it -> it, it -> holders(STEPS.get(it)))));
            known = now;
        }
        return now.people().getOrDefault(step, List.of());
    }

    private List<UUID> holders(@Nullable String permission) {
        Set<String> roles = directory.roles().stream()
                .filter(it -> permission != null && it.grants().containsKey(permission))
                .map(Directory.Role::code)
                .collect(Collectors.toSet());
        List<UUID> found = new java.util.ArrayList<>();
        String last = null;
        List<Directory.User> piece;
        do {
            piece = directory.users(access.system(), last, PIECE);
            for (Directory.User user : piece) {
                last = user.login();
                if (user.active() && user.id() != null && user.roles().stream().anyMatch(roles::contains)) {
                    found.add(user.id());
                }
            }
        } while (piece.size() == PIECE);
        return found;
    }

    /** Whether this person has not had too many letters in the last hour; counts one if so. */
    boolean mayWrite(UUID person) {
        Instant now = clock.instant();
        Deque<Instant> times = written.computeIfAbsent(person, it -> new ArrayDeque<>());
        synchronized (times) {
            while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(HOUR))) {
                times.removeFirst();
            }
            if (times.size() >= AN_HOUR) {
                return false;
            }
            times.addLast(now);
            return true;
        }
    }
}
