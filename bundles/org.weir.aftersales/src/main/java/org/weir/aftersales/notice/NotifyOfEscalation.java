package org.weir.aftersales.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.mail.api.Mail;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/**
 * Writes to the owner of a ticket that has come to a higher step of the ladder, and to those who stand on that step and
 * may see it. Without the mail bundle this part is not there, and <i>My day</i> alone shows it.
 */
@Component(service = EventConsumer.class)
public final class NotifyOfEscalation implements EventConsumer {
    private static final Duration STALE = Duration.ofDays(1);
    private static final Pattern RAISED = Pattern.compile("\"step\":([1-3]),\"metric\":\"([a-z]+)\"");
    private static final Set<String> OVER = Set.of("resolved", "closed");

    private final Mail mail;
    private final Records records;
    private final Access access;
    private final Directory directory;
    private final Ladder ladder;
    private final Clock clock;

    @Activate
    public NotifyOfEscalation(
            @Reference Mail mail,
            @Reference Records records,
            @Reference Access access,
            @Reference Directory directory) {
        this(mail, records, access, directory, Clock.systemUTC());
    }

    /** With a clock of its own, for a test. */
    public NotifyOfEscalation(Mail mail, Records records, Access access, Directory directory, Clock clock) {
        this.mail = mail;
        this.records = records;
        this.access = access;
        this.directory = directory;
        this.ladder = new Ladder(directory, access, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "org.weir.aftersales.escalations";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals(AftersalesTypes.TICKET_ESCALATED);
    }

    @Override
    public void on(Event event) {
        Matcher raised = RAISED.matcher(event.data());
        if (event.at().isBefore(clock.instant().minus(STALE)) || !raised.find()) {
            return;
        }
        Optional<Row> found = records.find(access.system(), AftersalesTypes.TICKET, event.subject());
        if (found.isEmpty() || OVER.contains(String.valueOf(found.get().get("state")))) {
            return;
        }
        Row ticket = found.get();
        int step = Integer.parseInt(raised.group(1));
        Set<UUID> receivers = new LinkedHashSet<>();
        UUID owner = ticket.ref("owner");
        if (owner != null) {
            receivers.add(owner);
        }
        receivers.addAll(ladder.on(step));
        if (event.actor() != null) {
            receivers.remove(event.actor());
        }
        for (UUID receiver : receivers) {
            tell(access.actor(receiver), ticket, step, raised.group(2), receiver.equals(owner));
        }
    }

    private void tell(Actor receiver, Row ticket, int step, String metric, boolean own) {
        boolean sees = receiver.may("ticket:read")
                && records.find(receiver, AftersalesTypes.TICKET, ticket.id()).isPresent();
        if (!sees || !(own || ladder.mayWrite(receiver.user()))) {
            return;
        }
        mail.send(
                EscalatedLetter.NAME,
                receiver.user(),
                Map.of(
                        "title", title(receiver, AftersalesTypes.TICKET, ticket.id()),
                        "number", Objects.requireNonNullElse(ticket.text("number"), ""),
                        "account", title(receiver, "account", ticket.ref("account")),
                        "owner", person(ticket.ref("owner")),
                        "step", step,
                        "metric", metric,
                        "path", "/r/ticket/" + ticket.id()));
    }

    private String person(@Nullable UUID id) {
        Directory.Person person =
                id == null ? null : directory.people(Set.of(id)).get(id);
        return person == null ? "" : person.name();
    }

    private String title(Actor receiver, String type, @Nullable UUID id) {
        return id == null ? "" : records.titles(receiver, type, Set.of(id)).getOrDefault(id, "");
    }
}
