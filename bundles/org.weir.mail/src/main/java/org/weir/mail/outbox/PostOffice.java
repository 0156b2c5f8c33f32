package org.weir.mail.outbox;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Gate;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Slots;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.jobs.api.Jobs;
import org.weir.mail.api.Mail;
import org.weir.mail.api.MailTemplate;
import org.weir.mail.choice.ChoiceStore;
import org.weir.mail.letter.DrawLetter;
import org.weir.mail.letter.Drawn;
import org.weir.mail.smtp.MailServer;
import org.weir.mail.smtp.SendLetter;
import org.weir.store.api.Database;

/** Takes letters, draws them in the receiver's language, and gives each to a job. */
@Component(service = {Mail.class, PostOffice.class})
public final class PostOffice implements Mail {
    private final LetterStore store;
    private final ChoiceStore choices;
    private final Jobs jobs;
    private final Access access;
    private final Directory directory;
    private final DrawLetter draw;
    private final Slots<MailTemplate> templates;

    @Activate
    public PostOffice(
            @Reference(target = "(schema=mail)") Database database,
            @Reference Jobs jobs,
            @Reference Access access,
            @Reference Directory directory,
            @Reference Texts texts,
            @Reference Gate gate,
            @Reference MailServer server) {
        this(database, jobs, access, directory, new DrawLetter(texts, server.url()), gate);
    }

    /** For a test, and wherever there is no OSGi. */
    public PostOffice(Database database, Jobs jobs, Access access, Directory directory, DrawLetter draw, Gate gate) {
        this.store = new LetterStore(database, Clock.systemUTC());
        this.choices = new ChoiceStore(database);
        this.jobs = jobs;
        this.access = access;
        this.directory = directory;
        this.draw = draw;
        this.templates = new Slots<>(gate, Comparator.comparing(MailTemplate::name));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTemplate(MailTemplate template) {
        templates.add(template);
    }

    public void removeTemplate(MailTemplate template) {
        templates.remove(template);
    }

    /** By name. */
    public List<MailTemplate> templates() {
        return templates.all();
    }

    public LetterStore letters() {
        return store;
    }

    public ChoiceStore choices() {
        return choices;
    }

    @Override
    public Optional<UUID> send(String template, UUID toUser, Map<String, ?> values) {
        MailTemplate found = templates.all().stream()
                .filter(it -> it.name().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No mail template " + template));
        Directory.User user = directory.user(access.system(), toUser).orElse(null);
        String address = user == null || !user.active() || user.email() == null ? "" : user.email();
        if (address.isBlank() || found.maySilence() && choices.silenced(toUser).contains(template)) {
            return Optional.empty();
        }
        Actor receiver = access.actor(toUser);
        Drawn drawn = draw.draw(found.write(values), receiver.locale());
        UUID id = Ids.next();
        store.database().perform(handle -> {
            UUID job = enqueue(id);
            store.add(id, template, toUser, address.strip(), receiver.locale().toLanguageTag(), drawn, job);
        });
        return Optional.of(id);
    }

    private UUID enqueue(UUID letter) {
        return jobs.enqueue(
                SendLetter.NAME, Text.of("mail.job"), Actor.SYSTEM, Map.of(SendLetter.LETTER, letter.toString()), null);
    }

    /** Sends a letter once more from the beginning, or a waiting one now. @throws ProblemException 404 */
    public void resend(UUID id) {
        store.database().perform(handle -> {
            StoredLetter letter = store.find(id).orElseThrow(ProblemException::notFound);
            UUID before = letter.job();
            if (before != null) {
                jobs.cancel(before);
            }
            store.queueAgain(id, enqueue(id));
        });
    }

    /** Gives a letter up that was not sent. @throws ProblemException 404; 409 when it was sent */
    public void discard(UUID id) {
        store.database().perform(handle -> {
            StoredLetter letter = store.find(id).orElseThrow(ProblemException::notFound);
            if (letter.state() == LetterState.SENT) {
                throw ProblemException.conflict(Text.of("mail.sent-already"));
            }
            UUID job = letter.job();
            if (job != null) {
                jobs.cancel(job);
            }
            store.change(id, LetterState.DISCARDED, letter.attempts(), letter.failure());
        });
    }

    /** Letters whose job has ended without them, as when the process died at each try, are given up. @return how many */
    public int settle() {
        int settled = 0;
        for (StoredLetter letter : store.newest(LetterState.QUEUED, 1_000)) {
            UUID job = letter.job();
            if (job == null || jobs.find(job).map(Jobs.Job::ended).orElse(true)) {
                store.change(letter.id(), LetterState.FAILED, letter.attempts(), letter.failure());
                settled++;
            }
        }
        return settled;
    }
}
