package org.weir.relationship.opportunity;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** Leads to the board of opportunities. */
@Component
public final class PipelineEntry implements NavEntry {
    @Override
    public String section() {
        return "section.relationship";
    }

    @Override
    public int order() {
        return 41;
    }

    @Override
    public Text label() {
        return Text.of("opportunity.board");
    }

    @Override
    public String icon() {
        return "columns-3";
    }

    @Override
    public String href() {
        return PipelinePage.PATH;
    }

    @Override
    public String permission() {
        return "opportunity:read";
    }
}
