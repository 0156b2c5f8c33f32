package org.weir.mail.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code GET /api/letters}: the outbox, the newest first. */
@Component(service = Operation.class)
public final class ListLetters implements Operation {
    private static final int SHOWN = 100;

    private final PostOffice office;

    @Activate
    public ListLetters(@Reference PostOffice office) {
        this.office = office;
    }

    /** A letter and what became of it. */
    public record Sent(
            UUID id,
            String template,
            UUID toUser,
            String address,
            String language,
            String subject,
            String text,
            LetterState state,
            int attempts,
            @Nullable String failure,
            Instant createdAt,
            Instant changedAt) {}

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/letters";
    }

    @Override
    public String name() {
        return "listLetters";
    }

    @Override
    public Text summary() {
        return Text.of("mail.letters");
    }

    @Override
    public String permission() {
        return MailPermissions.ADMINISTER;
    }

    @Override
    public List<Param> params() {
        return List.of(new Param("state", "string"));
    }

    @Override
    public Output output() {
        return Output.items(Sent.class);
    }

    @Override
    public Reply call(Ask ask) {
        return Reply.json(office.letters().newest(OutboxPage.state(ask.param("state")), SHOWN).stream()
                .map(it -> new Sent(
                        it.id(),
                        it.template(),
                        it.toUser(),
                        it.address(),
                        it.language(),
                        it.drawn().subject(),
                        it.drawn().plain(),
                        it.state(),
                        it.attempts(),
                        it.failure(),
                        it.createdAt(),
                        it.changedAt()))
                .toList());
    }
}
