package org.weir.solution.quote;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Money;
import org.weir.base.api.ShortMoney;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.Visit;

/** The cockpit's quotes: what is on offer now, or about to be. */
@Component
public final class QuotesFigure implements CockpitFigure {
    private static final String OPEN = "draft,waiting,approved,sent";

    private final Records records;

    @Activate
    public QuotesFigure(@Reference Records records) {
        this.records = records;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Text label() {
        return Text.of("record.quote.many");
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        Filter open = new Filter.And(List.of(
                Filter.eq("account", account.id()),
                new Filter.Condition("state", Filter.Op.IN, List.of(OPEN.split(",")))));
        List<Row> quotes = records.list(
                        visit.actor(), Query.all("quote").where(open).limit(500))
                .rows();
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        List<Money> totals = quotes.stream()
                .map(it -> (Money) it.get("total"))
                .filter(Objects::nonNull)
                .toList();
        long waiting =
                quotes.stream().filter(it -> States.is(it, States.WAITING)).count();
        long sent = quotes.stream().filter(it -> States.is(it, States.SENT)).count();
        return Optional.of(new Figure(
                ShortMoney.sum(totals, visit.locale()),
                waiting > 0
                        ? Text.of("quote.figure.waiting", waiting)
                        : Text.of("quote.figure.open", quotes.size(), sent),
                waiting > 0 ? "warn" : "plain",
                "/r/quote?filter=account==" + account.id() + ";state=in=(" + OPEN + ")"));
    }
}
