package org.weir.mail.smtp;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs;
import org.weir.mail.letter.DrawLetter;
import org.weir.mail.outbox.LetterState;
import org.weir.mail.outbox.LetterStore;
import org.weir.mail.outbox.StoredLetter;

/** Sends one letter; there only while a mail server is known, so that letters wait until then. */
public final class SendLetter implements JobKind {
    public static final String NAME = "org.weir.mail.send";
    /** The member of the input that names the letter. */
    public static final String LETTER = "letter";

    private static final int TRIES = 10;
    private static final int REASON = 500;

    private final LetterStore store;
    private final SendOverSmtp smtp;
    private final @Nullable IntFunction<Duration> pause;

    public SendLetter(LetterStore store, SmtpSettings settings) {
        this(store, settings, null);
    }

    /** @param pause after so many failures; null for the usual ones */
    SendLetter(LetterStore store, SmtpSettings settings, @Nullable IntFunction<Duration> pause) {
        this.store = store;
        this.smtp = new SendOverSmtp(settings);
        this.pause = pause;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int tries() {
        return TRIES;
    }

    @Override
    public Duration pause(int failed) {
        return pause == null ? JobKind.super.pause(failed) : pause.apply(failed);
    }

    @Override
    public Text run(Map<String, String> input, Jobs.Progress progress) {
        StoredLetter letter = store.find(UUID.fromString(input.getOrDefault(LETTER, "")))
                .filter(it -> it.state() == LetterState.QUEUED)
                .orElse(null);
        if (letter == null) {
            return Text.of("mail.job.nothing");
        }
        int attempts = letter.attempts() + 1;
        try {
            smtp.send(letter);
            store.change(letter.id(), LetterState.SENT, attempts, null);
            return Text.of("mail.job.sent", letter.address());
        } catch (Refused e) {
            store.change(letter.id(), LetterState.FAILED, attempts, e.getMessage());
            throw ProblemException.conflict(Text.of("mail.job.refused", String.valueOf(e.getMessage())));
        } catch (MessagingException e) {
            String reason = DrawLetter.oneLine(reason(e), REASON);
            store.change(letter.id(), attempts >= TRIES ? LetterState.FAILED : LetterState.QUEUED, attempts, reason);
            throw new ProblemException(502, Text.of("mail.job.away", reason), List.of());
        }
    }

    private static String reason(MessagingException failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + ": " + cause.getMessage();
    }
}
