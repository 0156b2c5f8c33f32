package org.weir.mail.notice;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;

/** A record has become somebody's. */
@Component
public final class AssignedLetter implements MailTemplate {
    static final String NAME = "org.weir.mail.assigned";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("mail.assigned");
    }

    @Override
    public Letter write(Map<String, ?> values) {
        Text what =
                Text.of("mail.assigned.subject", String.valueOf(values.get("by")), String.valueOf(values.get("title")));
        Object kind = values.get("kind");
        return Letter.of(
                what,
                new Letter.Words(what),
                new Letter.Words(kind instanceof Text text ? text : Text.of("mail.record")),
                new Letter.Link(Text.of("mail.open-record"), String.valueOf(values.get("path"))));
    }
}
