package org.weir.web.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Text;
import org.weir.web.api.DaySource;
import org.weir.web.api.DaySource.Item;
import org.weir.web.api.DaySource.Kind;
import org.weir.web.api.Page;
import org.weir.web.api.Visit;

/** Asks all sources what waits for the reader. Remembers for a while how much that was, for the navigation. */
public final class GatherDay {
    private static final Logger LOG = LoggerFactory.getLogger(GatherDay.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_READERS = 5_000;

    private final Supplier<List<DaySource>> sources;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(int waiting, Instant at) {}

    public GatherDay(Supplier<List<DaySource>> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** @param source who says so */
    public record Entry(Item item, Text source) {}

    /**
     * @param groups in the order of the kinds, those that are not empty; the most urgent first in each
     * @param failed the sources that could not be asked
     */
    public record Day(Map<Kind, List<Entry>> groups, List<Text> failed) {
        /** What is late or for today. */
        public int waiting() {
            return groups.getOrDefault(Kind.LATE, List.of()).size()
                    + groups.getOrDefault(Kind.TODAY, List.of()).size();
        }
    }

    public Day gather(Visit visit) {
        List<Entry> all = new ArrayList<>();
        List<Text> failed = new ArrayList<>();
        for (DaySource source : sources.get()) {
            if (source.permission().equals(Page.SIGNED_IN) || visit.actor().may(source.permission())) {
                try {
                    source.items(visit).forEach(it -> all.add(new Entry(it, source.name())));
                } catch (Exception | LinkageError failure) {
                    LOG.error(
                            "{} could not say what waits for {}",
                            source.getClass(),
                            visit.actor().login(),
                            failure);
                    failed.add(source.name());
                }
            }
        }
        Map<Kind, List<Entry>> groups = new EnumMap<>(Kind.class);
        all.forEach(it -> groups.computeIfAbsent(it.item().kind(), key -> new ArrayList<>())
                .add(it));
        groups.values()
                .forEach(it -> it.sort(Comparator.comparing(
                        (Entry entry) -> entry.item().due(), Comparator.nullsLast(Comparator.naturalOrder()))));
        Day day = new Day(groups, failed);
        remember(visit.actor().user(), day.waiting());
        return day;
    }

    private void remember(UUID reader, int waiting) {
        if (known.size() >= MOST_READERS) {
            known.clear();
        }
        known.put(reader, new Known(waiting, clock.instant()));
    }

    /** How much was late or for today when the reader last looked, unless that is long ago. */
    public OptionalInt lately(UUID reader) {
        Known last = known.get(reader);
        boolean fresh = last != null && last.at().plus(FRESH).isAfter(clock.instant());
        return last != null && fresh ? OptionalInt.of(last.waiting()) : OptionalInt.empty();
    }
}
