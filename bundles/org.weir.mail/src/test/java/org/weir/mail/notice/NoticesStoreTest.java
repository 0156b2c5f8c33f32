package org.weir.mail.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Ids;
import org.weir.events.api.Event;
import org.weir.jobs.run.RunJobs;
import org.weir.mail.letter.DrawLetter;
import org.weir.mail.outbox.PostOffice;
import org.weir.mail.outbox.StoredLetter;
import org.weir.records.api.Conversation;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;

@Schemas({"access", "records", "relationship", "jobs", "mail"})
@SuppressWarnings("NullAway.Init")
final class NoticesStoreTest {
    private RecordHouse house;
    private RunJobs jobs;
    private PostOffice office;
    private Actor ann;
    private Actor ning;
    private Actor stranger;
    private Row account;

    @BeforeEach
    void open(TestDatabase databases) {
        house = new RecordHouse(databases);
        jobs = new RunJobs(databases.schema("jobs"), new OpenGate(), Clock.systemUTC(), 1, Duration.ofSeconds(1));
        office = new PostOffice(
                databases.schema("mail"),
                jobs,
                house.service(Access.class),
                house.directory(),
                new DrawLetter(TestTexts.all(), "https://weir.example.com"),
                new OpenGate());
        office.addTemplate(new MentionedLetter());
        office.addTemplate(new FollowedLetter());
        office.addTemplate(new AssignedLetter());
        ann = person("ann", "Ann", "en", "administrator");
        ning = person("ning", "唐宁", "zh-CN", "administrator");
        stranger = person("stranger", "Stranger", "en");
        account = house.create("account", Map.of("name", "Atlas", "owner", ann.user()));
    }

    @AfterEach
    void close() {
        if (jobs != null) {
            jobs.close();
        }
    }

    private Actor person(String login, String name, String language, String... roles) {
        UUID id = house.directory()
                .save(
                        house.system(),
                        new Directory.User(
                                null,
                                login,
                                name,
                                login + "@example.com",
                                language,
                                "UTC",
                                null,
                                Set.of(),
                                Set.of(roles),
                                true),
                        null);
        return house.service(Access.class).actor(id);
    }

    private List<StoredLetter> letters() {
        return office.letters().newest(null, 50);
    }

    private void tellOf(String type, Instant at) throws Exception {
        NotifyOfComments comments = new NotifyOfComments(
                office,
                house.service(Conversation.class),
                house.records(),
                house.service(Access.class),
                house.directory());
        NotifyOwner owners = new NotifyOwner(
                office,
                house.records(),
                house.service(org.weir.records.api.RecordTypes.class),
                house.service(Access.class),
                house.directory());
        for (Event event : house.events().events()) {
            if (event.type().equals(type)) {
                Event then = new Event(
                        event.id(),
                        event.type(),
                        event.subjectType(),
                        event.subject(),
                        at,
                        event.actor(),
                        event.data());
                if (comments.wants(type)) {
                    comments.on(then);
                }
                if (owners.wants(type)) {
                    owners.on(then);
                }
            }
        }
        house.events().clear();
    }

    @OnEachDatabase
    void those_mentioned_and_those_who_follow_hear_of_a_comment_once_in_their_language() throws Exception {
        Conversation conversation = house.service(Conversation.class);
        conversation.follow(ning, "account", account.id(), true);
        conversation.follow(ann, "account", account.id(), true);
        conversation.comment(ann, "account", account.id(), "@ning and @stranger and @ann: <look> here\n@nobody");
        tellOf(Conversation.COMMENTED, Instant.now());
        assertEquals(1, letters().size());
        StoredLetter letter = letters().get(0);
        assertEquals("ning@example.com", letter.address());
        assertEquals(AboutComment.MENTIONED, letter.template());
        assertEquals("Ann 在 Atlas 中提到了您", letter.drawn().subject());
        assertTrue(letter.drawn().plain().contains("https://weir.example.com/r/account/" + account.id()));
        assertTrue(letter.drawn().html().contains("&lt;look&gt;"));
        conversation.comment(ning, "account", account.id(), "Seen.");
        tellOf(Conversation.COMMENTED, Instant.now());
        assertEquals("唐宁 wrote about Atlas", letters().get(0).drawn().subject());
        assertEquals("ann@example.com", letters().get(0).address());
        assertEquals(2, letters().size());
    }

    @OnEachDatabase
    void what_is_old_or_not_wished_is_not_written() throws Exception {
        Conversation conversation = house.service(Conversation.class);
        conversation.comment(ann, "account", account.id(), "@ning");
        tellOf(Conversation.COMMENTED, Instant.now().minus(Duration.ofDays(3)));
        office.choices().silence(ning.user(), Set.of(AboutComment.MENTIONED));
        conversation.comment(ann, "account", account.id(), "@ning");
        tellOf(Conversation.COMMENTED, Instant.now());
        assertEquals(List.of(), letters());
    }

    @OnEachDatabase
    void who_is_given_a_record_hears_of_it_unless_he_took_it_himself() throws Exception {
        house.events().clear();
        Row now = house.records().update(ann, Draft.change(account, Map.of("owner", ning.user())));
        tellOf("account.changed", Instant.now());
        assertEquals(1, letters().size());
        assertEquals("ning@example.com", letters().get(0).address());
        assertEquals("Ann 将 Atlas 转给您负责", letters().get(0).drawn().subject());
        Row taken = house.records().update(ann, Draft.change(now, Map.of("owner", ann.user())));
        house.records().update(ann, Draft.change(taken, Map.of("name", "Atlas " + Ids.next())));
        tellOf("account.changed", Instant.now());
        assertEquals(1, letters().size());
        assertEquals("stranger", stranger.login());
    }
}
