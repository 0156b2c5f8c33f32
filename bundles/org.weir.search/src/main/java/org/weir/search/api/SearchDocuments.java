package org.weir.search.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.events.api.Event;

/**
 * Brings to search what is no record (records are found without further ado); a whiteboard service. A failing one is left
 * out and named in the log; the others are found.
 */
@ConsumerType
public interface SearchDocuments {
    /** Lower case with dashes; unique, among record types too. */
    String kind();

    /** What many of them are called. */
    Text label();

    String icon();

    /** Whoever lacks it finds none of them; {@code signed-in} for everybody. */
    String permission();

    /** Whenever it differs from before, all of them are indexed anew. */
    String version();

    /** Those in order of their ids, for making the index; after null is the first. */
    List<Document> walk(@Nullable UUID after, int limit);

    /** Which documents are no longer what they were, given this fact; they are read again. */
    Collection<UUID> changed(Event event);

    /** As they are now; what is gone is left out. */
    List<Document> read(Collection<UUID> ids);

    /** Which of them the actor may see. */
    Set<UUID> visible(Actor actor, Collection<UUID> ids);

    /** As the actor sees them, by id; without what he or she may not see. */
    Map<UUID, Shown> show(Actor actor, Collection<UUID> ids);

    /**
     * The words of a document.
     *
     * @param title may be empty
     * @param codes numbers, addresses and the like, found by their beginning whatever stands between letters and digits
     * @param names short texts, found by the beginnings of words and by pinyin as the title is
     * @param texts long ones
     */
    record Document(UUID id, String title, List<String> codes, List<String> names, List<String> texts) {}

    /**
     * @param detail what tells those of one title apart; may be empty
     * @param texts what an excerpt may be taken from
     */
    record Shown(String title, String detail, List<String> texts, String href) {}
}
