package org.weir.web.openapi;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;

/** In the menu under one's initials: everybody may use the API. */
@Component
public final class ApiEntry implements NavEntry {
    @Override
    public String section() {
        return "section.me";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Text label() {
        return Text.of("api-page.title");
    }

    @Override
    public String icon() {
        return "puzzle";
    }

    @Override
    public String href() {
        return ApiPage.PATH;
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }
}
