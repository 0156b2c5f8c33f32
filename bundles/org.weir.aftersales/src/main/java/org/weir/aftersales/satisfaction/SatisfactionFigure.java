package org.weir.aftersales.satisfaction;

import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** The customer's average answer after tickets (CSAT, 1 to 5). */
@Component
public final class SatisfactionFigure implements CockpitFigure {
    private static final BigDecimal GOOD = BigDecimal.valueOf(4);
    private static final BigDecimal FAIR = BigDecimal.valueOf(3);

    private final SatisfactionStore store;

    @Activate
    public SatisfactionFigure(@Reference(target = "(schema=aftersales)") Database database) {
        this.store = new SatisfactionStore(database);
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public Text label() {
        return Text.of("satisfaction.figure");
    }

    @Override
    public String permission() {
        return "satisfaction:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        SatisfactionStore.Answers answers = store.of(account.id());
        if (answers.number() == 0) {
            return Optional.empty();
        }
        BigDecimal average = answers.average();
        String tone = average.compareTo(GOOD) >= 0 ? "good" : average.compareTo(FAIR) >= 0 ? "warn" : "bad";
        Text note = answers.bad() > 0
                ? Text.of("satisfaction.answers-bad", answers.number(), answers.bad())
                : Text.of("satisfaction.answers", answers.number());
        return Optional.of(new Figure(
                visit.t("satisfaction.value", average),
                note,
                answers.bad() > 0 && "good".equals(tone) ? "warn" : tone,
                "/r/satisfaction?filter=account==" + account.id()));
    }
}
