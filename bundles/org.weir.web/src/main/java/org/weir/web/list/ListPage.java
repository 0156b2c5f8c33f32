package org.weir.web.list;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.RecordType;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Frame;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /r/TYPE}: the list of a record type. */
public final class ListPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    /** The panel of a record, in the list's address. */
    public interface Panel {
        Content show(Visit visit, RecordType type, java.util.UUID id);
    }

    private final Services services;
    private final MakeList makeList;
    private final Panel panel;

    public ListPage(Services services, MakeList makeList, Panel panel) {
        this.services = services;
        this.makeList = makeList;
        this.panel = panel;
    }

    @Override
    public String path() {
        return "/r/{type}";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        String title = visit.t(type.many());
        MakeList.Place place = new MakeList.Place("/r/" + type.name(), title, null, null, "");
        ListView view = makeList.make(visit, type, place, true, panel(visit, type));
        Content content = TEMPLATES.listPage(view);
        if (visit.htmx() && "list".equals(((Request) visit).header("HX-Target"))) {
            return new Reply.Fragment(content);
        }
        return new Reply.Show(type.many(), crumbs(type), new Frame.Wide(content));
    }

    /** A record that is not there any more just leaves the panel closed. */
    private @Nullable Content panel(Visit visit, RecordType type) {
        String open = visit.param("panel");
        if (open == null || open.isEmpty()) {
            return null;
        }
        try {
            return panel.show(visit, type, Request.id(open));
        } catch (ProblemException gone) {
            return null;
        }
    }

    static List<Crumb> crumbs(RecordType type) {
        return type.section().isEmpty() ? List.of() : List.of(new Crumb(Text.of(type.section()), "/"));
    }
}
