package org.weir.events.log;

import org.weir.events.api.Event;

/** A fact and its place in the log. */
public record StoredEvent(long position, Event event) {}
