package org.weir.search.index;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the index has come; kept with each commit of it.
 *
 * @param log the place in the event log up to which everything is in
 * @param event the fact at that place, by which a log that is another one is known; null when there is none
 * @param kinds by kind how far all of its documents have been gone through
 */
public record Place(long log, @Nullable UUID event, Map<String, Walk> kinds) {
    /** What is made of texts; another number in an index: made anew. */
    static final int ANALYSIS = 1;

    private static final String KIND = "kind.";

    /** @param version of what is indexed of the kind; @param at the last document; null at the beginning */
    public record Walk(
            String version, boolean done, @Nullable UUID at) {}

    public Place {
        kinds = Map.copyOf(kinds);
    }

    public Place at(long place, @Nullable UUID fact) {
        return new Place(place, fact, kinds);
    }

    public Place with(String kind, Walk walk) {
        Map<String, Walk> all = new HashMap<>(kinds);
        all.put(kind, walk);
        return new Place(log, event, all);
    }

    public Place without(Set<String> some) {
        Map<String, Walk> all = new HashMap<>(kinds);
        all.keySet().removeAll(some);
        return new Place(log, event, all);
    }

    Map<String, String> write() {
        Map<String, String> data = new HashMap<>();
        data.put("analysis", Integer.toString(ANALYSIS));
        data.put("log", Long.toString(log));
        if (event != null) {
            data.put("event", event.toString());
        }
        kinds.forEach((kind, walk) -> data.put(
                KIND + kind, (walk.done() ? "done" : walk.at() == null ? "new" : walk.at()) + " " + walk.version()));
        return data;
    }

    /** Null when it is of another analysis. */
    static @Nullable Place read(Map<String, String> data) {
        String log = data.get("log");
        if (log == null || !Integer.toString(ANALYSIS).equals(data.get("analysis"))) {
            return null;
        }
        String event = data.get("event");
        Map<String, Walk> kinds = data.entrySet().stream()
                .filter(it -> it.getKey().startsWith(KIND))
                .collect(Collectors.toMap(it -> it.getKey().substring(KIND.length()), it -> walk(it.getValue())));
        return new Place(Long.parseLong(log), event == null ? null : UUID.fromString(event), kinds);
    }

    private static Walk walk(String written) {
        int blank = written.indexOf(' ');
        String at = written.substring(0, blank);
        UUID id = at.equals("done") || at.equals("new") ? null : UUID.fromString(at);
        return new Walk(written.substring(blank + 1), at.equals("done"), id);
    }
}
