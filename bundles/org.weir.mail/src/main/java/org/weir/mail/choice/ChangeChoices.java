package org.weir.mail.choice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.mail.api.MailTemplate;
import org.weir.mail.outbox.PostOffice;
import org.weir.rest.api.Needed;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code PUT /api/mail-choices}: of what one wants no mail. */
@Component(service = Operation.class)
public final class ChangeChoices implements Operation {
    private final PostOffice office;

    @Activate
    public ChangeChoices(@Reference PostOffice office) {
        this.office = office;
    }

    /** The kinds of letters that one does not want, all others one gets. */
    public record Silence(@Needed List<String> silenced) {}

    @Override
    public Method method() {
        return Method.PUT;
    }

    @Override
    public String path() {
        return "/mail-choices";
    }

    @Override
    public String name() {
        return "changeMailChoices";
    }

    @Override
    public Text summary() {
        return Text.of("mail.mine");
    }

    @Override
    public String permission() {
        return "signed-in";
    }

    @Override
    public Input input() {
        return Input.json(Silence.class);
    }

    @Override
    public Output output() {
        return Output.NOTHING;
    }

    @Override
    public List<Integer> refuses() {
        return List.of(422);
    }

    @Override
    public Reply call(Ask ask) {
        Set<String> silenced = new HashSet<>(ask.body(Silence.class).silenced());
        Set<String> known = office.templates().stream()
                .filter(MailTemplate::maySilence)
                .map(MailTemplate::name)
                .collect(Collectors.toSet());
        if (!known.containsAll(silenced)) {
            throw ProblemException.invalid("silenced", Text.of("mail.unknown-kind"));
        }
        office.choices().silence(ask.actor().user(), silenced);
        return Reply.nothing();
    }
}
