package org.weir.relationship.opportunity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.records.api.Completion;
import org.weir.store.api.Database;

/** An opportunity without a title, as other systems deliver them, is called by its product and account, else by its key. */
@Component
public final class TitleOfOpportunity implements Completion {
    private static final int LONGEST = 200;

    private final Database database;

    @Activate
    public TitleOfOpportunity(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public Map<String, ?> complete(Actor actor, Map<String, Object> given) {
        if (given.containsKey("title")) {
            return Map.of();
        }
        List<String> parts = Stream.of(name("product", given.get("product")), name("account", given.get("account")))
                .flatMap(Optional::stream)
                .toList();
        String title = parts.isEmpty()
                ? Objects.toString(given.get("externalKey"), "")
                : parts.stream().collect(Collectors.joining(", "));
        return title.isEmpty() ? Map.of() : Map.of("title", title.substring(0, Math.min(LONGEST, title.length())));
    }

    private Optional<String> name(String table, @Nullable Object id) {
        return id instanceof UUID known
                ? database.read(
                        handle -> handle.createQuery("select name from relationship." + table + " where id = :id")
                                .bind("id", known)
                                .mapTo(String.class)
                                .findOne())
                : Optional.empty();
    }
}
