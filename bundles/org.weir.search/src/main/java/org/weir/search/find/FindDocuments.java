package org.weir.search.find;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.search.api.Search;
import org.weir.search.api.SearchDocuments.Shown;
import org.weir.search.feed.Feed;
import org.weir.search.index.Index;
import org.weir.search.index.Places;
import org.weir.search.index.Places.Found;
import org.weir.search.kind.Kind;
import org.weir.search.kind.Kinds;

/**
 * Finds in the index, best first, and keeps of that what the actor may see: asked of those who know, kind by kind, until
 * there is enough. What is not in the index yet is looked up instead.
 */
public final class FindDocuments implements Search {
    private static final Logger LOG = LoggerFactory.getLogger(FindDocuments.class);
    private static final int[] QUICK_ROUNDS = {120, 1_000, 4_000};
    private static final int[] FULL_ROUNDS = {1_000, 4_000};
    private static final int MOST_COUNTED = 1_000;
    private static final int PIECE = 500;
    /** So many times as many as are wanted of a kind are asked for at first, and then so many times as many as before. */
    private static final int FIRST = 4;

    private static final int MORE = 4;
    private static final int LOOKED_UP = 10;
    private static final int MOST_SHOWN = 100;

    private final Feed feed;
    private final Kinds kinds;
    private final Duration fresh;

    /** @param fresh how long to wait for what has just been saved */
    public FindDocuments(Feed feed, Kinds kinds, Duration fresh) {
        this.fresh = fresh;
        this.feed = feed;
        this.kinds = kinds;
    }

    @Override
    public State state() {
        return feed.state();
    }

    /** How much of what is found is wanted. */
    private record Enough(int[] rounds, int perKind, int most) {}

    /** @param more there may be more than was looked at */
    private record Visible(List<Found> all, boolean near, boolean more) {}

    @Override
    public List<Hit> quick(Actor actor, Quick wish) {
        Sought sought = Sought.of(wish.text());
        Map<String, Kind> allowed = allowed(actor, wish.kinds());
        if (sought.isEmpty() || allowed.isEmpty()) {
            return List.of();
        }
        Enough enough = new Enough(QUICK_ROUNDS, wish.perKind(), wish.most());
        Visible visible = visible(actor, wish.text(), sought, allowed, enough);
        return show(actor, visible.all(), new Mark(sought, visible.near()));
    }

    @Override
    public Answer find(Actor actor, Ask ask) {
        Sought sought = Sought.of(ask.text());
        Map<String, Kind> allowed = allowed(actor, Set.of());
        if (sought.isEmpty() || allowed.isEmpty()) {
            return new Answer(List.of(), List.of(), new Count(0, false), false, state());
        }
        Enough enough = new Enough(FULL_ROUNDS, MOST_COUNTED, MOST_COUNTED);
        Visible all = visible(actor, ask.text(), sought, allowed, enough);
        Visible wanted = all;
        if (!ask.kinds().isEmpty()) {
            Map<String, Kind> some = allowed(actor, ask.kinds());
            wanted = some.isEmpty()
                    ? new Visible(List.of(), all.near(), false)
                    : visible(actor, ask.text(), sought, some, enough);
        }
        List<Found> page = few(wanted.all(), ask.perKind()).stream()
                .skip(Math.max(0, ask.skip()))
                .limit(Math.max(1, Math.min(ask.limit(), MOST_SHOWN)))
                .toList();
        List<Hit> hits = show(actor, page, new Mark(sought, wanted.near()));
        Count count = new Count(wanted.all().size(), wanted.more());
        return new Answer(hits, facets(all, allowed), count, wanted.near(), state());
    }

    private Map<String, Kind> allowed(Actor actor, Set<String> only) {
        Map<String, Kind> all = kinds.of(actor);
        if (!only.isEmpty()) {
            all.keySet().retainAll(only);
        }
        return all;
    }

    private static List<Found> few(List<Found> all, int perKind) {
        if (perKind <= 0) {
            return all;
        }
        Map<String, Integer> numbers = new HashMap<>();
        return all.stream()
                .filter(it -> numbers.merge(it.kind(), 1, Integer::sum) <= perKind)
                .toList();
    }

    private static List<Facet> facets(Visible visible, Map<String, Kind> allowed) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        visible.all().forEach(it -> numbers.merge(it.kind(), 1, Integer::sum));
        List<Facet> facets = new ArrayList<>();
        allowed.forEach((name, kind) -> {
            Integer number = numbers.get(name);
            if (number != null) {
                facets.add(new Facet(name, kind.label(), kind.icon(), new Count(number, visible.more())));
            }
        });
        return facets;
    }

    private Visible visible(Actor actor, String text, Sought sought, Map<String, Kind> allowed, Enough enough) {
        feed.awaitFresh(fresh);
        Keep keep = new Keep(actor, allowed, enough);
        boolean more = inIndex(sought, false, keep);
        boolean near = false;
        if (keep.isEmpty() && !more) {
            more = inIndex(sought, true, keep);
            near = !keep.isEmpty();
        }
        for (Kind kind : allowed.values()) {
            boolean unsure = more && !keep.hasOf(kind.kind());
            if (kind.isRecord() && keep.wants(kind.kind()) && (unsure || !feed.has(kind))) {
                more |= keep.add(kind, kind.lookup(actor, text, Math.min(enough.perKind, LOOKED_UP)));
            }
        }
        return new Visible(keep.all(), near, more);
    }

    /** @return whether there may be more in the index than was looked at */
    private boolean inIndex(Sought sought, boolean near, Keep keep) {
        Index index = feed.index();
        if (index == null) {
            return false;
        }
        MakeQuery query = new MakeQuery(sought, near);
        int all = kinds.all().size();
        try {
            return index.search(searcher -> rounds(searcher, query, all, keep));
        } catch (IOException | RuntimeException e) {
            if (feed.index() == index && !(e instanceof Keep.Refused)) {
                LOG.error("The search index failed; it is read through", e);
                feed.suspect();
            }
            if (e instanceof Keep.Refused refused) {
                throw refused.why();
            }
            return false;
        }
    }

    /**
     * Each round begins at the best again, among the kinds of which more is wanted: Lucene passes over what cannot be among
     * the best, but would read everything that is as good as the last of the round before to go on from there.
     */
    private static boolean rounds(IndexSearcher searcher, MakeQuery query, int all, Keep keep) throws IOException {
        Set<Found> seen = new HashSet<>();
        for (int round : keep.enough.rounds) {
            Set<String> wanted = keep.wanted();
            ScoreDoc[] found = top(searcher, query.make(wanted, wanted.size() == all), round);
            for (int from = 0; from < found.length; from += PIECE) {
                ScoreDoc[] piece = Arrays.copyOfRange(found, from, Math.min(found.length, from + PIECE));
                keep.add(Places.of(searcher, piece).stream().filter(seen::add).toList());
                if (keep.isFull()) {
                    return true;
                }
            }
            if (found.length < round) {
                return false;
            }
        }
        return true;
    }

    private static ScoreDoc[] top(IndexSearcher searcher, Query query, int number) throws IOException {
        return searcher.search(query, new TopScoreDocCollectorManager(number, null, number)).scoreDocs;
    }

    private List<Hit> show(Actor actor, List<Found> found, Mark mark) {
        Map<String, List<UUID>> ids = new LinkedHashMap<>();
        found.forEach(
                it -> ids.computeIfAbsent(it.kind(), kind -> new ArrayList<>()).add(it.id()));
        Map<Found, Hit> hits = new HashMap<>();
        ids.forEach((name, some) -> {
            Kind kind = kinds.find(name);
            if (kind != null) {
                shown(actor, kind, some).forEach((id, it) -> hits.put(new Found(name, id), hit(kind, id, it, mark)));
            }
        });
        List<Hit> inOrder = new ArrayList<>();
        for (Found one : found) {
            Hit hit = hits.get(one);
            if (hit != null) {
                inOrder.add(hit);
            }
        }
        return inOrder;
    }

    private static Hit hit(Kind kind, UUID id, Shown shown, Mark mark) {
        List<Piece> title = mark.all(shown.title());
        boolean clear = title.stream().anyMatch(Piece::marked);
        List<Piece> excerpt = clear ? List.of() : mark.excerpt(shown.texts());
        return new Hit(kind.kind(), kind.label(), id, kind.icon(), title, shown.detail(), excerpt, shown.href());
    }

    private static Map<UUID, Shown> shown(Actor actor, Kind kind, Collection<UUID> ids) {
        try {
            return kind.show(actor, ids);
        } catch (RuntimeException | LinkageError e) {
            if (kind.isRecord()) {
                throw e;
            }
            LOG.error("{} cannot be shown", kind.kind(), e);
            return Map.of();
        }
    }

    /** What was found and may be seen, as far as it is wanted. */
    private static final class Keep {
        private final Actor actor;
        private final Map<String, Kind> allowed;
        private final Enough enough;
        private final Set<Found> kept = new LinkedHashSet<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        /** Thrown where only what Lucene throws is told apart. */
        static final class Refused extends RuntimeException {
            private static final long serialVersionUID = 1;
            private final transient RuntimeException why;

            Refused(RuntimeException why) {
                super(why);
                this.why = why;
            }

            RuntimeException why() {
                return why;
            }
        }

        Keep(Actor actor, Map<String, Kind> allowed, Enough enough) {
            this.actor = actor;
            this.allowed = allowed;
            this.enough = enough;
        }

        boolean isEmpty() {
            return kept.isEmpty();
        }

        boolean hasOf(String kind) {
            return numbers.containsKey(kind);
        }

        boolean isFull() {
            return kept.size() >= enough.most;
        }

        boolean wants(String kind) {
            return !isFull() && numbers.getOrDefault(kind, 0) < enough.perKind;
        }

        /** The kinds of which there is not enough. */
        Set<String> wanted() {
            return allowed.keySet().stream().filter(this::wants).collect(Collectors.toSet());
        }

        List<Found> all() {
            return List.copyOf(kept);
        }

        void add(List<Found> some) {
            Map<String, Deque<UUID>> unasked = new HashMap<>();
            for (Found one : some) {
                if (allowed.containsKey(one.kind()) && wants(one.kind())) {
                    unasked.computeIfAbsent(one.kind(), it -> new ArrayDeque<>())
                            .add(one.id());
                }
            }
            Map<String, Seen> asked = new HashMap<>();
            for (Found one : some) {
                Deque<UUID> left = unasked.get(one.kind());
                if (left != null
                        && wants(one.kind())
                        && asked.computeIfAbsent(one.kind(), kind -> new Seen(kind, left))
                                .has(one.id())) {
                    keep(one);
                }
            }
        }

        /** Who may see which of a kind, asked a few at first and then ever more, because a few are mostly enough. */
        private final class Seen {
            private final String kind;
            private final Deque<UUID> left;
            private final Set<UUID> asked = new HashSet<>();
            private final Set<UUID> visible = new HashSet<>();
            private int next;

            Seen(String kind, Deque<UUID> left) {
                this.kind = kind;
                this.left = left;
                this.next = Math.min(PIECE, enough.perKind * FIRST);
            }

            boolean has(UUID id) {
                if (!asked.contains(id)) {
                    List<UUID> some = new ArrayList<>();
                    while (some.size() < next && !left.isEmpty()) {
                        some.add(left.remove());
                    }
                    next = Math.min(PIECE, next * MORE);
                    asked.addAll(some);
                    visible.addAll(Keep.this.visible(kind, some));
                }
                return visible.contains(id);
            }
        }

        private Set<UUID> visible(String name, List<UUID> ids) {
            Kind kind = allowed.get(name);
            if (kind == null) {
                return Set.of();
            }
            try {
                return kind.visible(actor, ids);
            } catch (RuntimeException | LinkageError e) {
                if (kind.isRecord() && e instanceof RuntimeException why) {
                    throw new Refused(why);
                }
                LOG.error("Who may see {} cannot be told", name, e);
                return Set.of();
            }
        }

        private void keep(Found one) {
            if (kept.add(one)) {
                numbers.merge(one.kind(), 1, Integer::sum);
            }
        }

        /** What was looked up is visible. @return whether there may be more */
        boolean add(Kind kind, List<UUID> ids) {
            for (UUID id : ids) {
                if (wants(kind.kind())) {
                    keep(new Found(kind.kind(), id));
                }
            }
            return ids.size() >= LOOKED_UP;
        }
    }
}
