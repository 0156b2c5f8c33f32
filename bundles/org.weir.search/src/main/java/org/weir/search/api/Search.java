package org.weir.search.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/**
 * Finds what has all the words, in whatever language: each word may be the beginning of one; Chinese also by its pinyin or
 * their initials; numbers with or without what stands between the digits. Where nothing has them, what is written nearly so.
 * Only what the actor may see is found, counted or quoted.
 */
@ProviderType
public interface Search {
    /** The best few, as one types. */
    List<Hit> quick(Actor actor, Quick wish);

    /** A page of everything found, with how much there is of each kind. */
    Answer find(Actor actor, Ask ask);

    State state();

    /**
     * @param kinds record types and the like; empty for all
     * @param perKind at most so many of one kind
     * @param most at most so many in all
     */
    record Quick(String text, Set<String> kinds, int perKind, int most) {}

    /**
     * @param kinds empty for all
     * @param perKind at most so many of one kind; 0 for as many as there are
     * @param limit 1 to 100
     */
    record Ask(String text, Set<String> kinds, int perKind, int limit, int skip) {}

    /** @param near nothing has the words as written; these are written nearly so */
    record Answer(List<Hit> hits, List<Facet> facets, Count found, boolean near, State state) {}

    /**
     * @param kind a record type's name or {@link SearchDocuments#kind}
     * @param label what many of the kind are called
     * @param title with what was sought marked
     * @param detail what tells things of one title apart
     * @param excerpt from another of its texts, when the title has none of the words; may be empty
     * @param href where it is
     */
    record Hit(
            String kind,
            Text label,
            UUID id,
            String icon,
            List<Piece> title,
            String detail,
            List<Piece> excerpt,
            String href) {
        public String plainTitle() {
            StringBuilder text = new StringBuilder();
            title.forEach(it -> text.append(it.text()));
            return text.toString();
        }
    }

    /** A part of a text. */
    record Piece(String text, boolean marked) {}

    /** How much was found of a kind. */
    record Facet(String kind, Text label, String icon, Count count) {}

    /** @param capped there may be more than {@code number} */
    record Count(int number, boolean capped) {}

    enum State {
        /** All is indexed. */
        READY,
        /** The index is being made; what is not in it yet is found by the beginning of its title or its number. */
        BUILDING,
        /** There is no index now; everything is found by the beginning of its title or its number. */
        AWAY
    }
}
