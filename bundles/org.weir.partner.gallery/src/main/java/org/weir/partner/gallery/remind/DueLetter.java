package org.weir.partner.gallery.remind;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;
import org.weir.mail.api.MailTemplate;

/** A letter: so many meters wait for you. Drawn in the receiver's language; people may choose not to get it. */
@Component
public final class DueLetter implements MailTemplate {
    static final String NAME = "org.weir.partner.gallery.due";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return Text.of("gallery.letter");
    }

    @Override
    public Letter write(Map<String, ?> values) {
        Object meters = values.get("meters");
        long many = meters instanceof Number number ? number.longValue() : 0;
        return Letter.of(
                Text.of("gallery.letter-subject", many),
                new Letter.Words(Text.of("gallery.letter-words")),
                new Letter.Link(Text.of("gallery.letter-open"), "/r/gallery-meter?filter=reader==me"));
    }
}
