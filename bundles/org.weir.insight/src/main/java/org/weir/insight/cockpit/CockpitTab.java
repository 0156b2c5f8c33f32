package org.weir.insight.cockpit;

import gg.jte.Content;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.insight.jte.StaticTemplates;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** What an account opens with: figures along the chain, and boxes of all domains. */
@Component
public final class CockpitTab implements RecordTab {
    private final Cockpit cockpit;

    @Activate
    public CockpitTab(@Reference Cockpit cockpit) {
        this.cockpit = cockpit;
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "cockpit";
    }

    @Override
    public int order() {
        return -100;
    }

    @Override
    public Text label() {
        return Text.of("insight.cockpit");
    }

    @Override
    public String permission() {
        return "account:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Cockpit.Drawn drawn = cockpit.draw(visit, row);
        return new StaticTemplates().insightCockpitTab(visit, drawn.figures(), drawn.wide(), drawn.side());
    }
}
