package org.weir.web.openapi;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;

/** {@code /developer/api}: drawn by a script from {@code /api/openapi.json}; requests go out with the reader's own session. */
@Component
public final class ApiPage implements Page {
    static final String PATH = "/developer/api";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Show(Text.of("api-page.title"), List.of(), new StaticTemplates().openapiPage(visit));
    }
}
