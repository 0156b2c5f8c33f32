package org.weir.mail.notice;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;

/** There is a comment on a record that one follows. */
@Component
public final class FollowedLetter implements MailTemplate {
    @Override
    public String name() {
        return AboutComment.FOLLOWED;
    }

    @Override
    public Text title() {
        return Text.of("mail.followed");
    }

    @Override
    public Letter write(Map<String, ?> values) {
        return AboutComment.letter("mail.followed.subject", values);
    }
}
