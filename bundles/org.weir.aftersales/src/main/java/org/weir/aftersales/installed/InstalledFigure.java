package org.weir.aftersales.installed;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** How much stands at the customer, and how much of it loses its warranty soon. */
@Component
public final class InstalledFigure implements CockpitFigure {
    private final InstalledStore store;
    private final Clock clock;

    @Activate
    public InstalledFigure(@Reference(target = "(schema=aftersales)") Database database) {
        this.store = new InstalledStore(database);
        this.clock = Clock.systemUTC();
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Text label() {
        return Text.of("installed.figure");
    }

    @Override
    public String permission() {
        return "installed-system:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), visit.actor().zone());
        InstalledStore.Figures figures = store.figures(account.id(), today, today.plusDays(Warranty.SOON));
        if (figures.systems() == 0) {
            return Optional.empty();
        }
        Text note = figures.ending() > 0
                ? Text.of("installed.ending", figures.ending())
                : Text.of("installed.units", figures.units());
        return Optional.of(new Figure(
                visit.t("installed.figure.value", figures.systems()),
                note,
                figures.ending() > 0 ? "warn" : "plain",
                "/r/account/" + account.id() + "/tab/archive"));
    }
}
