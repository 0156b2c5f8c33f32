package org.weir.access.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.weir.store.api.Database;

/**
 * Remembers what was read for a few seconds. Forgets everything when the {@link Generation} moves on, also what was read
 * before and is put only after; and nothing read in a transaction that is rolled back stays. Absence is not remembered.
 */
public final class Fresh<K, V> {
    private static final int MOST = 20_000;

    private record Held<V>(V value, long at, long generation) {}

    private final Database database;
    private final Clock clock;
    private final Supplier<Duration> howLong;
    private final Generation generation;
    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();

    public Fresh(Database database, Clock clock, Duration howLong, Generation generation) {
        this(database, clock, () -> howLong, generation);
    }

    /** @param howLong asked for whenever something is looked up, so that it may change */
    public Fresh(Database database, Clock clock, Supplier<Duration> howLong, Generation generation) {
        this.database = database;
        this.clock = clock;
        this.howLong = howLong;
        this.generation = generation;
    }

    /** What is remembered, if it is not too old. */
    public Optional<V> peek(K key) {
        Held<V> known = held.get(key);
        if (known == null || known.generation() != generation.now()) {
            return Optional.empty();
        }
        long age = clock.millis() - known.at();
        return age >= 0 && age < howLong.get().toMillis() ? Optional.of(known.value()) : Optional.empty();
    }

    public Optional<V> get(K key, Function<K, Optional<V>> load) {
        Optional<V> known = peek(key);
        if (known.isPresent()) {
            return known;
        }
        long now = clock.millis();
        long before = generation.now();
        Optional<V> value = load.apply(key);
        value.ifPresentOrElse(
                v -> database.afterCommit(() -> put(key, new Held<>(v, now, before))), () -> held.remove(key));
        return value;
    }

    /** Reads several and remembers each under its key. */
    public List<V> load(Supplier<List<V>> load, Function<V, K> key) {
        long now = clock.millis();
        long before = generation.now();
        List<V> values = load.get();
        database.afterCommit(() -> values.forEach(v -> put(key.apply(v), new Held<>(v, now, before))));
        return values;
    }

    public void forget(K key) {
        held.remove(key);
    }

    private void put(K key, Held<V> value) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, value);
    }
}
