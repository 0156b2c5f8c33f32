package org.weir.search.kind;

import java.util.List;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.search.api.SearchDocuments;

/** Something that is found: a record type, or what a bundle brings. */
public interface Kind extends SearchDocuments {
    boolean isRecord();

    /** For as long as it is not indexed: by title or number. Ids in order; may be empty. */
    List<UUID> lookup(Actor actor, String text, int limit);
}
