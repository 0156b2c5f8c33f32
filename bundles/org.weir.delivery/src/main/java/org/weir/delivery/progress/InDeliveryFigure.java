package org.weir.delivery.progress;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** Sites of the customer that are being worked on, and how many projects will be later than their baseline. */
@Component
public final class InDeliveryFigure implements CockpitFigure {
    private final ProgressStore store;

    @Activate
    public InDeliveryFigure(@Reference(target = "(schema=delivery)") Database database) {
        this.store = new ProgressStore(database);
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Text label() {
        return Text.of("delivery.figure.in-delivery");
    }

    @Override
    public String permission() {
        return "project:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        ProgressStore.Open figures = store.open(account.id());
        if (figures.projects() == 0) {
            return Optional.empty();
        }
        Text note = figures.behind() > 0
                ? Text.of("delivery.figure.behind", figures.behind())
                : Text.of("delivery.figure.on-time", figures.projects());
        return Optional.of(new Figure(
                visit.t("delivery.figure.sites", figures.sitesOpen()),
                note,
                figures.behind() > 0 ? "bad" : "good",
                "/r/project?filter=account==" + account.id() + ";state=in=(planned,running)"));
    }
}
