package org.weir.mail.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Audit;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.mail.jte.StaticTemplates;
import org.weir.mail.notice.TrialLetter;
import org.weir.mail.smtp.MailServer;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/mail}: letters, what became of them, and what the mail server said. */
@Component(service = Page.class)
public final class OutboxPage implements Page {
    static final String PATH = "/admin/mail";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int SHOWN = 100;

    private final PostOffice office;
    private final MailServer server;
    private final Audit audit;

    /** A state to see only letters in it. */
    public record Choice(String state, long count) {}

    @Activate
    public OutboxPage(@Reference PostOffice office, @Reference MailServer server, @Reference Audit audit) {
        this.office = office;
        this.server = server;
        this.audit = audit;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String permission() {
        return MailPermissions.ADMINISTER;
    }

    @Override
    public Reply get(Visit visit) {
        LetterState state = state(visit.param("state"));
        Map<LetterState, Long> counts = office.letters().counts();
        List<Choice> choices = Arrays.stream(LetterState.values())
                .map(it -> new Choice(it.name(), counts.getOrDefault(it, 0L)))
                .toList();
        return new Reply.Show(
                Text.of("mail.outbox"),
                List.of(new Reply.Crumb(Text.of("admin.home"), "/admin")),
                TEMPLATES.outbox(
                        visit,
                        office.letters().newest(state, SHOWN),
                        state == null ? "" : state.name(),
                        choices,
                        server));
    }

    static @Nullable LetterState state(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(LetterState.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    @Override
    public Reply post(Visit visit) {
        if (visit.param("trial") != null) {
            boolean queued = office.send(TrialLetter.NAME, visit.actor().user(), Map.of())
                    .isPresent();
            return new Reply.Redirect(PATH, Text.of(queued ? "mail.trial.queued" : "mail.trial.no-address"));
        }
        UUID id = id(visit);
        boolean discard = visit.param("discard") != null;
        if (discard) {
            office.discard(id);
        } else {
            office.resend(id);
        }
        audit.note(visit.actor(), discard ? "mail.discarded" : "mail.resent", id.toString(), "");
        String back = visit.param("state");
        LetterState state = state(back);
        return new Reply.Redirect(
                state == null ? PATH : PATH + "?state=" + state, Text.of(discard ? "mail.discarded" : "mail.resent"));
    }

    private static UUID id(Visit visit) {
        try {
            return UUID.fromString(String.valueOf(visit.param("letter")));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    /** Tone of a state's tag. */
    public static String tone(StoredLetter letter) {
        return switch (letter.state()) {
            case SENT -> "good";
            case FAILED -> "bad";
            case QUEUED -> letter.failure() == null ? "info" : "warn";
            case DISCARDED -> "";
        };
    }
}
