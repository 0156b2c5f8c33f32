package org.weir.aftersales.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.records.api.Conversation;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** What all use cases of a ticket work with. */
@Component(service = TicketDesk.class)
public final class TicketDesk {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Records records;
    private final Conversation conversation;
    private final EventLog events;
    private final TicketStore store;
    private final Clock clock;

    @Activate
    public TicketDesk(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference Records records,
            @Reference Conversation conversation,
            @Reference EventLog events) {
        this(database, records, conversation, events, Clock.systemUTC());
    }

    public TicketDesk(Database database, Records records, Conversation conversation, EventLog events, Clock clock) {
        this.records = records;
        this.conversation = conversation;
        this.events = events;
        this.store = new TicketStore(database);
        this.clock = clock;
    }

    TicketStore store() {
        return store;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** All of it, or nothing. */
    Row change(Actor actor, Row row, Map<String, @Nullable Object> values, Runnable besides) {
        return store.database().<Row, RuntimeException>write(handle -> {
            besides.run();
            return records.update(actor, Draft.change(row, values));
        });
    }

    void comment(Actor actor, Row row, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            conversation.comment(actor, "ticket", row.id(), words);
        }
    }

    void tell(Actor actor, Row row, String type, Instant at, String data) {
        UUID by = Actor.SYSTEM.equals(actor.user()) ? null : actor.user();
        events.append(new Event(Ids.next(), type, "ticket", row.id(), at, by, data));
    }

    /**
     * A time when something was done: not before the ticket was opened, and not to come. People give whole minutes: this
     * minute means now, and the minute of opening the opening.
     */
    Instant done(Row row, @Nullable Instant at) {
        Instant moment = at == null ? now() : exact(exact(at, now()), opened(row));
        if (moment.isAfter(now().plus(CLOCKS_DIFFER))) {
            throw ProblemException.invalid("at", Text.of("ticket.in-future"));
        }
        if (moment.isBefore(opened(row))) {
            throw ProblemException.invalid("at", Text.of("ticket.before-opening"));
        }
        return moment;
    }

    private static Instant exact(Instant given, Instant moment) {
        return given.equals(moment.truncatedTo(ChronoUnit.MINUTES)) ? moment : given;
    }

    static Instant opened(Row row) {
        return (Instant) Objects.requireNonNull(row.get("openedAt"));
    }
}
