package org.weir.mail.outbox;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** The way to the outbox. */
@Component
public final class OutboxEntry implements NavEntry {
    @Override
    public String section() {
        return "section.administration";
    }

    @Override
    public int order() {
        return 57;
    }

    @Override
    public Text label() {
        return Text.of("mail.outbox");
    }

    @Override
    public String icon() {
        return "mail";
    }

    @Override
    public String href() {
        return OutboxPage.PATH;
    }

    @Override
    public String permission() {
        return MailPermissions.ADMINISTER;
    }
}
