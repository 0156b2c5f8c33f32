package org.weir.solution.configurator;

import gg.jte.Content;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Configure;
import org.weir.solution.jte.StaticTemplates;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;

/** The way into the configurator, and how far the site types are, on the configuration's page. */
@Component
public final class ConfiguratorPanel implements RecordPanel {
    private final Configure configure;

    @Activate
    public ConfiguratorPanel(@Reference Configure configure) {
        this.configure = configure;
    }

    @Override
    public String type() {
        return SolutionTypes.CONFIGURATION;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text title() {
        return Text.of("configurator.title");
    }

    @Override
    public String permission() {
        return "configuration:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Bench bench = configure.open(visit.actor(), row.id());
        Figures figures = new Figures(visit, bench);
        List<View.Type> types = bench.siteTypes().stream()
                .map(it -> {
                    int open = bench.open(it.id());
                    String note = open == 0 ? visit.t("configurator.complete") : visit.t("configurator.open", open);
                    return new View.Type(it.id().toString(), it.name(), it.count(), note, open == 0);
                })
                .toList();
        String price = figures.money(figures.all().price()) + " " + bench.currency();
        return new StaticTemplates()
                .configuratorPanel(visit, "/configurations/" + row.id() + "/configure", types, price);
    }
}
