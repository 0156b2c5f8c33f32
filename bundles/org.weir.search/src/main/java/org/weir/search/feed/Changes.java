package org.weir.search.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.events.api.Event;
import org.weir.search.api.SearchDocuments.Document;
import org.weir.search.index.Index;
import org.weir.search.kind.Kind;

/** Which documents some facts are about, and bringing them into the index as they are now. */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int PIECE = 250;

    private final Map<String, Kind> kinds;
    private final Map<String, Set<UUID>> changed = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();

    Changes(Map<String, Kind> kinds) {
        this.kinds = kinds;
    }

    void add(Event event) {
        if (!kinds.containsKey(event.subjectType())) {
            lost.add(event.subjectType());
        }
        kinds.forEach((name, kind) -> {
            try {
                for (UUID id : kind.changed(event)) {
                    changed.computeIfAbsent(name, it -> new LinkedHashSet<>()).add(id);
                }
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} cannot say what {} changes; all of it will be indexed anew", name, event, e);
                lost.add(name);
            }
        });
    }

    /** Kinds of which something has changed that could not be read: those that are away, those that fail. */
    Set<String> lost() {
        return lost;
    }

    /** @return whether there was anything */
    boolean bringTo(Index index) throws IOException {
        for (Map.Entry<String, Set<UUID>> entry : changed.entrySet()) {
            Kind kind = kinds.get(entry.getKey());
            List<UUID> ids = List.copyOf(entry.getValue());
            for (int from = 0; kind != null && from < ids.size(); from += PIECE) {
                bring(index, kind, ids.subList(from, Math.min(ids.size(), from + PIECE)));
            }
        }
        return !changed.isEmpty();
    }

    private void bring(Index index, Kind kind, List<UUID> ids) throws IOException {
        List<Document> documents;
        try {
            documents = kind.read(ids);
        } catch (RuntimeException | LinkageError e) {
            if (kind.isRecord()) {
                throw e;
            }
            LOG.error("{} cannot be read; all of it will be indexed anew", kind.kind(), e);
            lost.add(kind.kind());
            return;
        }
        Set<UUID> gone = new HashSet<>(ids);
        for (Document document : new ArrayList<>(documents)) {
            index.put(kind.kind(), document);
            gone.remove(document.id());
        }
        for (UUID id : gone) {
            index.remove(kind.kind(), id);
        }
    }
}
