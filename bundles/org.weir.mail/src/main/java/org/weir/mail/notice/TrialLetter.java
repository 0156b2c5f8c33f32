package org.weir.mail.notice;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;

/** Shows an administrator that letters arrive. */
@Component
public final class TrialLetter implements MailTemplate {
    public static final String NAME = "org.weir.mail.trial";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("mail.trial");
    }

    @Override
    public boolean maySilence() {
        return false;
    }

    @Override
    public Letter write(Map<String, ?> values) {
        return Letter.of(
                Text.of("mail.trial.subject"),
                new Letter.Words(Text.of("mail.trial.words")),
                new Letter.Link(Text.of("mail.open"), "/"));
    }
}
