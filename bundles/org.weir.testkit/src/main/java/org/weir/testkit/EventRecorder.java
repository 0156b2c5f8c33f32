package org.weir.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;

/** Remembers what was appended; asks for no transaction. */
public final class EventRecorder implements EventLog {
    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    public void append(List<Event> more) {
        events.addAll(more);
    }

    /** All facts, the oldest first. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The types of all facts, the oldest first. */
    public List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    public void clear() {
        events.clear();
    }
}
