package org.weir.admin.bundle;

import java.util.List;
import org.weir.admin.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.web.api.Reply;

/** What the pages of bundles share. */
final class Draw {
    static final StaticTemplates TEMPLATES = new StaticTemplates();
    static final List<Reply.Crumb> CRUMBS = List.of(
            new Reply.Crumb(Text.of("admin.home"), "/admin"),
            new Reply.Crumb(Text.of("admin.bundles"), "/admin/bundles"));

    private Draw() {}
}
