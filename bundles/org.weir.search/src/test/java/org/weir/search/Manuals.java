package org.weir.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.search.api.SearchDocuments;

/** What a bundle might bring; all of them change with every fact. */
final class Manuals implements SearchDocuments {
    private final Map<UUID, Document> all = new TreeMap<>();
    volatile boolean hidden;
    volatile boolean fails;

    synchronized void put(String title, String text) {
        UUID id = Ids.next();
        all.put(id, new Document(id, title, List.of(), List.of(), List.of(text)));
    }

    @Override
    public String kind() {
        return "manual";
    }

    @Override
    public Text label() {
        return Text.of("manual.many");
    }

    @Override
    public String icon() {
        return "file";
    }

    @Override
    public String permission() {
        return "signed-in";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public synchronized List<Document> walk(@Nullable UUID after, int limit) {
        return all.values().stream()
                .filter(it -> after == null || it.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Collection<UUID> changed(Event event) {
        return List.copyOf(all.keySet());
    }

    @Override
    public synchronized List<Document> read(Collection<UUID> ids) {
        if (fails) {
            throw new IllegalStateException("the manuals are away");
        }
        return all.values().stream().filter(it -> ids.contains(it.id())).toList();
    }

    @Override
    public Set<UUID> visible(Actor actor, Collection<UUID> ids) {
        if (fails) {
            throw new IllegalStateException("the manuals are away");
        }
        return hidden ? Set.of() : Set.copyOf(ids);
    }

    @Override
    public synchronized Map<UUID, Shown> show(Actor actor, Collection<UUID> ids) {
        return all.values().stream()
                .filter(it -> ids.contains(it.id()))
                .collect(Collectors.toMap(
                        Document::id, it -> new Shown(it.title(), "", it.texts(), "/manual/" + it.id())));
    }
}
