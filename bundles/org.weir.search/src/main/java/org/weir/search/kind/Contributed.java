package org.weir.search.kind;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.search.api.SearchDocuments;

/** What a bundle brings. */
record Contributed(SearchDocuments documents) implements Kind {
    @Override
    public boolean isRecord() {
        return false;
    }

    @Override
    public String kind() {
        return documents.kind();
    }

    @Override
    public Text label() {
        return documents.label();
    }

    @Override
    public String icon() {
        return documents.icon();
    }

    @Override
    public String permission() {
        return documents.permission();
    }

    @Override
    public String version() {
        return documents.version();
    }

    @Override
    public List<Document> walk(@Nullable UUID after, int limit) {
        return documents.walk(after, limit);
    }

    @Override
    public Collection<UUID> changed(Event event) {
        return documents.changed(event);
    }

    @Override
    public List<Document> read(Collection<UUID> ids) {
        return documents.read(ids);
    }

    @Override
    public Set<UUID> visible(Actor actor, Collection<UUID> ids) {
        return documents.visible(actor, ids);
    }

    @Override
    public Map<UUID, Shown> show(Actor actor, Collection<UUID> ids) {
        return documents.show(actor, ids);
    }

    @Override
    public List<UUID> lookup(Actor actor, String text, int limit) {
        return List.of();
    }
}
