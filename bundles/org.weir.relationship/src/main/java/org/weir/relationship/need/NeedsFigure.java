package org.weir.relationship.need;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** How many needs an account voiced, and how many of them nobody has answered. */
@Component
public final class NeedsFigure implements CockpitFigure {
    private static final int CAP = 10_000;

    private final Records records;

    @Activate
    public NeedsFigure(@Reference Records records) {
        this.records = records;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Text label() {
        return Text.of("record.need.many");
    }

    @Override
    public String permission() {
        return "need:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        Filter ofAccount = Filter.eq("account", account.id());
        Query all = Query.all("need").where(ofAccount);
        List<Count> counts = records.counts(visit.actor(), List.of(all, all.where(Filter.eq("state", "open"))), CAP);
        long number = counts.get(0).number();
        long unanswered = counts.get(1).number();
        if (number == 0) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                visit.t("relationship.number", number),
                unanswered == 0 ? Text.of("need.all-answered") : Text.of("need.unanswered", unanswered),
                unanswered == 0 ? "good" : "warn",
                "/r/need?filter=account==" + account.id()));
    }
}
