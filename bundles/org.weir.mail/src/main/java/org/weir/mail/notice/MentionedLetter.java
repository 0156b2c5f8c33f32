package org.weir.mail.notice;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;

/** Somebody is mentioned in a comment. */
@Component
public final class MentionedLetter implements MailTemplate {
    @Override
    public String name() {
        return AboutComment.MENTIONED;
    }

    @Override
    public Text title() {
        return Text.of("mail.mentioned");
    }

    @Override
    public Letter write(Map<String, ?> values) {
        return AboutComment.letter("mail.mentioned.subject", values);
    }
}
