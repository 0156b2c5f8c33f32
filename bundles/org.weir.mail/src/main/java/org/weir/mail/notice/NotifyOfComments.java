package org.weir.mail.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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
import org.weir.records.api.Conversation;
import org.weir.records.api.Conversation.Comment;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/**
 * Writes to those whom a comment mentions, and to those who follow the record; only to people who may read it, never to the
 * one who wrote it, and each once.
 */
@Component(service = EventConsumer.class)
public final class NotifyOfComments implements EventConsumer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STALE = Duration.ofDays(2);

    private final Mail mail;
    private final Conversation conversation;
    private final Records records;
    private final Access access;
    private final Directory directory;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public NotifyOfComments(
            @Reference Mail mail,
            @Reference Conversation conversation,
            @Reference Records records,
            @Reference Access access,
            @Reference Directory directory) {
        this.mail = mail;
        this.conversation = conversation;
        this.records = records;
        this.access = access;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "org.weir.mail.comments";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals(Conversation.COMMENTED);
    }

    @Override
    public void on(Event event) throws IOException {
        if (event.at().isBefore(clock.instant().minus(STALE))) {
            return;
        }
        UUID id = UUID.fromString(JSON.readTree(event.data()).path("comment").asText());
        try {
            Row row = records.read(access.system(), event.subjectType(), event.subject());
            for (Comment comment : conversation.comments(access.system(), event.subjectType(), event.subject())) {
                if (comment.id().equals(id) && !comment.deleted()) {
                    tell(row, comment);
                }
            }
        } catch (ProblemException gone) {
            // the record was deleted meanwhile: nobody needs to hear of it
            if (gone.status() >= 500) {
                throw gone;
            }
        }
    }

    private void tell(Row row, Comment comment) {
        Set<UUID> told = new HashSet<>(Set.of(comment.by(), Actor.SYSTEM));
        for (String login : Mentions.in(comment.text())) {
            directory.byLogin(login).ifPresent(it -> tell(AboutComment.MENTIONED, it.id(), row, comment, told));
        }
        for (UUID follower : conversation.followedBy(access.system(), row.type().name(), row.id())) {
            tell(AboutComment.FOLLOWED, follower, row, comment, told);
        }
    }

    private void tell(String template, UUID user, Row row, Comment comment, Set<UUID> told) {
        if (!told.add(user)) {
            return;
        }
        try {
            Actor receiver = access.actor(user);
            records.read(receiver, row.type().name(), row.id());
            mail.send(
                    template,
                    user,
                    AboutComment.values(comment.byName(), title(records, receiver, row), comment.text(), path(row)));
        } catch (ProblemException refused) {
            // not somebody who may read it
            if (refused.status() >= 500) {
                throw refused;
            }
        }
    }

    static String title(Records records, Actor actor, Row row) {
        return records.titles(actor, row.type().name(), List.of(row.id())).getOrDefault(row.id(), "");
    }

    static String path(Row row) {
        return "/r/" + row.type().name() + "/" + row.id();
    }
}
