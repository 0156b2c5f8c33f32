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

/** Sites that the customer has accepted, and what is left to mend at them. */
@Component
public final class AcceptedFigure implements CockpitFigure {
    private final ProgressStore store;

    @Activate
    public AcceptedFigure(@Reference(target = "(schema=delivery)") Database database) {
        this.store = new ProgressStore(database);
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public Text label() {
        return Text.of("delivery.figure.accepted");
    }

    @Override
    public String permission() {
        return "site-acceptance:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        ProgressStore.Accepted figures = store.accepted(account.id());
        if (figures.sites() == 0) {
            return Optional.empty();
        }
        Text note = figures.punch() > 0
                ? Text.of("delivery.board.punch", figures.punch())
                : Text.of("delivery.board.no-punch");
        return Optional.of(new Figure(
                visit.t("delivery.figure.sites", figures.sites()),
                note,
                figures.punch() > 0 ? "warn" : "good",
                "/r/site-acceptance?filter=account==" + account.id() + ";state==signed"));
    }
}
