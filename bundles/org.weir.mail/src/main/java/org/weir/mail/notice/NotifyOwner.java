package org.weir.mail.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.ProblemException;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.mail.api.Mail;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Writes to somebody to whom another person has given a record that was there before. */
@Component(service = EventConsumer.class)
public final class NotifyOwner implements EventConsumer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STALE = Duration.ofDays(2);

    private final Mail mail;
    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Directory directory;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public NotifyOwner(
            @Reference Mail mail,
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Directory directory) {
        this.mail = mail;
        this.records = records;
        this.types = types;
        this.access = access;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "org.weir.mail.owners";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.endsWith(".changed");
    }

    @Override
    public void on(Event event) throws IOException {
        UUID by = event.actor();
        if (by == null || event.at().isBefore(clock.instant().minus(STALE))) {
            return;
        }
        Optional<Field> owner = types.find(event.subjectType()).flatMap(it -> it.meaning(Meaning.OWNER));
        if (owner.isPresent() && event.data().contains('"' + owner.get().name() + '"')) {
            JsonNode now = JSON.readTree(event.data())
                    .path("changes")
                    .path(owner.get().name())
                    .path(1);
            Optional<Directory.Person> person =
                    now.isTextual() ? directory.byLogin(now.asText()).or(() -> byId(now.asText())) : Optional.empty();
            if (person.isPresent() && !person.get().id().equals(by)) {
                tell(person.get().id(), by, event);
            }
        }
    }

    private Optional<Directory.Person> byId(String id) {
        try {
            UUID user = UUID.fromString(id);
            return Optional.ofNullable(directory.people(Set.of(user)).get(user));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private void tell(UUID owner, UUID by, Event event) {
        try {
            Actor receiver = access.actor(owner);
            Row row = records.read(receiver, event.subjectType(), event.subject());
            Directory.Person giver = directory.people(Set.of(by)).get(by);
            mail.send(
                    AssignedLetter.NAME,
                    owner,
                    Map.of(
                            "by", giver == null ? "" : giver.name(),
                            "title", NotifyOfComments.title(records, receiver, row),
                            "kind", row.type().one(),
                            "path", NotifyOfComments.path(row)));
        } catch (ProblemException gone) {
            // deleted meanwhile, or not for this person to read: nothing to write of
            if (gone.status() >= 500) {
                throw gone;
            }
        }
    }
}
