package org.weir.mail.choice;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.mail.api.MailTemplate;
import org.weir.mail.outbox.PostOffice;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code GET /api/mail-choices}: of what one gets mail. */
@Component(service = Operation.class)
public final class ReadChoices implements Operation {
    private final PostOffice office;

    @Activate
    public ReadChoices(@Reference PostOffice office) {
        this.office = office;
    }

    /** A kind of letter that one gets, or not. */
    public record Kind(String template, Text title, boolean wanted) {}

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/mail-choices";
    }

    @Override
    public String name() {
        return "readMailChoices";
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
    public Output output() {
        return Output.items(Kind.class);
    }

    @Override
    public Reply call(Ask ask) {
        Set<String> silenced = office.choices().silenced(ask.actor().user());
        return Reply.json(office.templates().stream()
                .filter(MailTemplate::maySilence)
                .map(it -> new Kind(it.name(), it.title(), !silenced.contains(it.name())))
                .toList());
    }
}
