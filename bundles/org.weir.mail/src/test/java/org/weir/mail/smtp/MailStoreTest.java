package org.weir.mail.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.run.RunJobs;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;
import org.weir.mail.letter.DrawLetter;
import org.weir.mail.notice.TrialLetter;
import org.weir.mail.outbox.LetterState;
import org.weir.mail.outbox.PostOffice;
import org.weir.mail.outbox.StoredLetter;
import org.weir.store.api.Database;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;

@Schemas({"access", "records", "jobs", "mail"})
@SuppressWarnings("NullAway.Init")
final class MailStoreTest {
    private static final String NEWS = "test.news";

    @TempDir
    private static Path folder;

    private static MailHost host;

    private Database database;
    private RecordHouse house;
    private RunJobs jobs;
    private PostOffice office;

    /** Says what it is given. */
    private static final class News implements MailTemplate {
        @Override
        public String name() {
            return NEWS;
        }

        @Override
        public Text title() {
            return Text.of("mail.trial");
        }

        @Override
        public Letter write(Map<String, ?> values) {
            return Letter.of(
                    Text.of("mail.job.sent", String.valueOf(values.get("subject"))),
                    new Letter.Words(Text.of("mail.trial.words")),
                    new Letter.Quote("<b>5 > 4</b>\nsecond line"),
                    new Letter.Fact(Text.of("mail.to"), "R&D"),
                    new Letter.Link(Text.of("mail.open"), "/r/ticket/1"));
        }
    }

    @BeforeAll
    static void makeHost() {
        host = new MailHost(folder);
    }

    @BeforeEach
    void open(TestDatabase databases) {
        host.start();
        database = databases.schema("mail");
        house = new RecordHouse(databases);
        jobs = new RunJobs(databases.schema("jobs"), new OpenGate(), Clock.systemUTC(), 1, Duration.ofMillis(20))
                .start();
        office = new PostOffice(
                database,
                jobs,
                house.service(Access.class),
                house.directory(),
                new DrawLetter(TestTexts.all(), "https://weir.example.com"),
                new OpenGate());
        office.addTemplate(new News());
        office.addTemplate(new TrialLetter());
    }

    @AfterEach
    void close() {
        if (jobs != null) {
            jobs.close();
        }
        host.close();
        host.received.clear();
    }

    private UUID person(String login, @Nullable String email, String language) {
        return house.directory()
                .save(
                        house.system(),
                        new Directory.User(null, login, login, email, language, "UTC", null, Set.of(), Set.of(), true),
                        null);
    }

    private SendLetter smtp(String user, String password) {
        SmtpSettings settings = new SmtpSettings(
                "localhost",
                host.port(),
                SmtpSettings.Security.STARTTLS,
                user,
                password,
                "Weir 溪 <weir@example.com>",
                host.certificate);
        return new SendLetter(office.letters(), settings, failed -> Duration.ofMillis(20));
    }

    private void serverIsKnown() {
        jobs.add(smtp(MailHost.USER, MailHost.PASSWORD));
    }

    private MimeMessage next() throws InterruptedException {
        return Objects.requireNonNull(host.received.poll(30, TimeUnit.SECONDS), "no letter came within 30 s");
    }

    private StoredLetter letter(UUID id) {
        return office.letters().find(id).orElseThrow();
    }

    @OnEachDatabase
    void a_letter_comes_in_the_receivers_language_as_text_and_html() throws Exception {
        UUID ning = person("ning", "ning@example.com", "zh-CN");
        UUID id = office.send(NEWS, ning, Map.of("subject", "R&D")).orElseThrow();
        serverIsKnown();
        MimeMessage message = next();
        assertEquals("已发送至 R&D", message.getSubject());
        assertEquals("ning@example.com", message.getRecipients(Message.RecipientType.TO)[0].toString());
        InternetAddress from = (InternetAddress) message.getFrom()[0];
        assertEquals("weir@example.com", from.getAddress());
        assertEquals("Weir 溪", from.getPersonal());
        assertEquals("<" + id + "@example.com>", message.getMessageID());
        assertEquals("auto-generated", message.getHeader("Auto-Submitted")[0]);
        MimeMultipart both = (MimeMultipart) message.getContent();
        String plain = body(both.getBodyPart(0), "text/plain");
        assertTrue(plain.contains("> <b>5 > 4</b>\n> second line\n"), plain);
        assertTrue(plain.contains("收件人: R&D\n"), plain);
        assertTrue(plain.contains("打开 Weir: https://weir.example.com/r/ticket/1\n"), plain);
        String html = body(both.getBodyPart(1), "text/html");
        assertTrue(html.contains("&lt;b&gt;5 &gt; 4&lt;/b&gt;"), html);
        assertTrue(html.contains("href=\"https://weir.example.com/r/ticket/1\""), html);
        assertTrue(html.contains("lang=\"zh-CN\""), html);
        await(() -> letter(id).state() == LetterState.SENT);
        assertEquals(1, letter(id).attempts());
    }

    private static String body(BodyPart part, String type) throws Exception {
        assertTrue(part.isMimeType(type), part.getContentType());
        return ((String) part.getContent()).replace("\r\n", "\n");
    }

    @OnEachDatabase
    void a_letter_goes_only_if_the_transaction_commits_and_only_to_those_who_want_it() {
        UUID ann = person("ann", "ann@example.com", "en");
        assertThrows(
                IllegalStateException.class,
                () -> database.perform(handle -> {
                    office.send(NEWS, ann, Map.of());
                    throw new IllegalStateException("rolled back");
                }));
        assertEquals(Optional.empty(), office.send(NEWS, person("bob", null, "en"), Map.of()));
        office.choices().silence(ann, Set.of(NEWS));
        assertEquals(Optional.empty(), office.send(NEWS, ann, Map.of()));
        office.choices().silence(ann, Set.of());
        assertTrue(office.send(NEWS, ann, Map.of()).isPresent());
        assertEquals(1, office.letters().newest(null, 10).size());
        assertThrows(IllegalArgumentException.class, () -> office.send("test.unknown", ann, Map.of()));
    }

    @OnEachDatabase
    void letters_wait_until_a_mail_server_is_known_and_while_it_is_away() throws Exception {
        UUID ann = person("ann", "ann@example.com", "en");
        UUID id = office.send(NEWS, ann, Map.of("subject", "later")).orElseThrow();
        assertEquals(LetterState.QUEUED, letter(id).state());
        host.close();
        serverIsKnown();
        await(() -> letter(id).attempts() >= 2);
        assertEquals(LetterState.QUEUED, letter(id).state());
        assertTrue(
                String.valueOf(letter(id).failure()).contains("localhost"),
                letter(id).failure());
        host.start();
        assertEquals("Sent to later", next().getSubject());
        await(() -> letter(id).state() == LetterState.SENT);
        assertNull(letter(id).failure());
    }

    @OnEachDatabase
    void a_letter_is_given_up_after_a_while_and_can_be_sent_again_or_discarded() throws Exception {
        UUID ann = person("ann", "ann@example.com", "en");
        host.close();
        serverIsKnown();
        UUID id = office.send(NEWS, ann, Map.of("subject", "again")).orElseThrow();
        await(() -> letter(id).state() == LetterState.FAILED);
        assertEquals(10, letter(id).attempts());
        await(() -> job(id) == Jobs.State.FAILED);
        office.discard(id);
        assertEquals(LetterState.DISCARDED, letter(id).state());
        host.start();
        office.resend(id);
        assertEquals("Sent to again", next().getSubject());
        await(() -> letter(id).state() == LetterState.SENT);
        assertEquals(
                409,
                assertThrows(ProblemException.class, () -> office.discard(id)).status());
    }

    private Jobs.State job(UUID letter) {
        return jobs.find(Objects.requireNonNull(letter(letter).job()))
                .orElseThrow()
                .state();
    }

    @OnEachDatabase
    void who_the_mail_server_does_not_know_is_not_tried_again() {
        UUID id = office.send(NEWS, person("nob", MailHost.UNKNOWN, "en"), Map.of())
                .orElseThrow();
        serverIsKnown();
        await(() -> letter(id).state() == LetterState.FAILED);
        assertEquals(1, letter(id).attempts());
        await(() -> job(id) == Jobs.State.FAILED);
    }

    @OnEachDatabase
    void a_wrong_password_is_said_without_the_password() {
        UUID id = office.send(NEWS, person("ann", "ann@example.com", "en"), Map.of())
                .orElseThrow();
        jobs.add(smtp(MailHost.USER, "wrong-secret"));
        await(() -> letter(id).state() == LetterState.FAILED);
        assertTrue(
                String.valueOf(letter(id).failure()).contains("535"), letter(id).failure());
        assertFalse(String.valueOf(letter(id).failure()).contains("wrong-secret"));
        assertFalse(new SmtpSettings("h", 25, SmtpSettings.Security.NONE, "u", "wrong-secret", "a@b.c", null)
                .toString()
                .contains("wrong-secret"));
        assertEquals(List.of(), List.copyOf(host.received));
    }

    @OnEachDatabase
    void nobody_smuggles_a_header_or_a_second_receiver_in() throws Exception {
        UUID ann = person("ann", "ann@example.com", "en");
        assertTrue(office.send(NEWS, ann, Map.of("subject", "x\r\nBcc: eve@example.com\r\n\r\nbody"))
                .isPresent());
        serverIsKnown();
        MimeMessage message = next();
        assertNull(message.getHeader("Bcc"));
        assertEquals("Sent to x  Bcc: eve@example.com    body", message.getSubject());
        assertEquals(1, message.getAllRecipients().length);
        for (String address : List.of(
                "ann@example.com\r\nRCPT TO:<eve@example.com>",
                "ann@example.com,eve@example.com",
                "ann@example.com> <eve@example.com",
                "Ann <ann@example.com>",
                "ann@example.com\nBcc: eve@example.com",
                "\"a b\"@example.com",
                "ann@",
                "@example.com",
                "ann",
                "")) {
            assertThrows(jakarta.mail.internet.AddressException.class, () -> Addresses.one(address), address);
        }
        assertThrows(
                jakarta.mail.internet.AddressException.class,
                () -> Addresses.sender("Weir\r\nBcc: eve@example.com <weir@example.com>"));
    }

    @OnEachDatabase
    void a_letter_whose_job_ended_without_it_is_given_up() {
        UUID id = office.send(NEWS, person("ann", "ann@example.com", "en"), Map.of())
                .orElseThrow();
        assertEquals(0, office.settle());
        jobs.cancel(Objects.requireNonNull(letter(id).job()));
        assertEquals(1, office.settle());
        assertEquals(LetterState.FAILED, letter(id).state());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about within 30 s");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
