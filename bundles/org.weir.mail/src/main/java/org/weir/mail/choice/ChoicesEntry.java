package org.weir.mail.choice;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;

/** The way to what one wants to get mail about, in the menu under one's initials. */
@Component
public final class ChoicesEntry implements NavEntry {
    @Override
    public String section() {
        return "section.me";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text label() {
        return Text.of("mail.mine");
    }

    @Override
    public String icon() {
        return "mail";
    }

    @Override
    public String href() {
        return "/mail";
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }
}
