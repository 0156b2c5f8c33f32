package org.weir.access.user;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.Person;
import org.weir.access.memory.Fresh;
import org.weir.access.memory.Generation;
import org.weir.base.api.Initials;
import org.weir.store.api.Database;

/** Users as colleagues see them. */
public final class People {
    private static final int BATCH = 500;
    private static final Person SYSTEM = new Person(Actor.SYSTEM, "weir", "Weir", "W", true);

    private final Database database;
    private final UserStore store = new UserStore();
    private final Fresh<UUID, Person> fresh;

    public People(Database database, Clock clock, Duration remembered, Generation generation) {
        this.database = database;
        this.fresh = new Fresh<>(database, clock, remembered, generation);
    }

    /** Those that exist, the system included; what is not remembered is read at once. */
    public Map<UUID, Person> byIds(Collection<UUID> ids) {
        Map<UUID, Person> found = new LinkedHashMap<>();
        List<UUID> unknown = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            if (id.equals(Actor.SYSTEM)) {
                found.put(id, SYSTEM);
            } else {
                fresh.peek(id).ifPresentOrElse(p -> found.put(id, p), () -> unknown.add(id));
            }
        }
        for (int i = 0; i < unknown.size(); i += BATCH) {
            List<UUID> batch = unknown.subList(i, Math.min(i + BATCH, unknown.size()));
            fresh.load(
                            () -> database.read(h -> store.byIds(h, batch)).stream()
                                    .map(People::person)
                                    .toList(),
                            Person::id)
                    .forEach(p -> found.put(p.id(), p));
        }
        return found;
    }

    public List<Person> find(String text, int limit) {
        return database.read(h -> store.find(h, text.strip(), limit)).stream()
                .map(People::person)
                .toList();
    }

    public Optional<Person> byLogin(String login) {
        return database.read(h -> store.byLogin(h, login)).map(People::person);
    }

    private static Person person(UserRow row) {
        return new Person(row.id(), row.login(), row.name(), Initials.of(row.name()), row.active());
    }
}
