package org.weir.delivery.gantt;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The plan of all running projects as one picture, and the way to it. */
@Component(service = {Page.class, NavEntry.class})
public final class PlanPage implements Page, NavEntry {
    @Override
    public String path() {
        return "/plan";
    }

    @Override
    public String permission() {
        return "project:read";
    }

    @Override
    public Reply get(Visit visit) {
        Look look = new Look("", "/api/plan", "", "/r/task?filter=state!=done&sort=plannedStart");
        return new Reply.Show(Text.of("gantt.all"), List.of(), new StaticTemplates().ganttPage(visit, look));
    }

    @Override
    public String section() {
        return "section.delivery";
    }

    @Override
    public int order() {
        return 305;
    }

    @Override
    public Text label() {
        return Text.of("gantt.all");
    }

    @Override
    public String icon() {
        return "calendar";
    }

    @Override
    public String href() {
        return "/plan";
    }
}
