package org.weir.relationship.opportunity;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ShortMoney;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** What the open opportunities of an account are worth, per currency, and how many should be closed by now. */
@Component
public final class OpportunitiesFigure implements CockpitFigure {
    private final OpenOpportunities open;

    @Activate
    public OpportunitiesFigure(@Reference Records records) {
        this.open = new OpenOpportunities(records);
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public Text label() {
        return Text.of("record.opportunity.many");
    }

    @Override
    public String permission() {
        return "opportunity:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        OpenOpportunities.Sum sum = open.of(visit.actor(), account.id());
        if (sum.number() == 0) {
            return Optional.empty();
        }
        String worth = ShortMoney.sum(sum.worth(), visit.locale());
        return Optional.of(new Figure(
                worth.isEmpty() ? visit.t("relationship.number", sum.number()) : worth,
                sum.overdue() == 0
                        ? Text.of("opportunity.open-ones", sum.number())
                        : Text.of("opportunity.overdue-ones", sum.number(), sum.overdue()),
                sum.overdue() == 0 ? "plain" : "warn",
                "/r/opportunity?filter=account==" + account.id() + ";stage=out=(won,lost)"));
    }
}
