package org.weir.solution.contract;

import java.time.Clock;
import java.time.LocalDate;
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

/** The cockpit's contracts: what was signed this year, or ever. */
@Component
public final class ContractsFigure implements CockpitFigure {
    private final Records records;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ContractsFigure(@Reference Records records) {
        this.records = records;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Text label() {
        return Text.of("record.contract.many");
    }

    @Override
    public String permission() {
        return "contract:read";
    }

    @Override
    public Optional<Figure> show(Visit visit, Row account) {
        List<Row> contracts = records.list(
                        visit.actor(),
                        Query.all("contract")
                                .where(Filter.eq("account", account.id()))
                                .limit(500))
                .rows();
        if (contracts.isEmpty()) {
            return Optional.empty();
        }
        int year = LocalDate.now(clock.withZone(visit.actor().zone())).getYear();
        List<Row> now = contracts.stream()
                .filter(it -> it.get("signedOn") instanceof LocalDate on && on.getYear() == year)
                .toList();
        return Optional.of(new Figure(
                ShortMoney.sum(amounts(now.isEmpty() ? contracts : now), visit.locale()),
                now.isEmpty()
                        ? Text.of("contract.figure.before", contracts.size())
                        : Text.of("contract.figure.year", now.size(), contracts.size() - now.size()),
                "plain",
                "/r/contract?filter=account==" + account.id()));
    }

    private static List<Money> amounts(List<Row> contracts) {
        return contracts.stream()
                .map(it -> (Money) it.get("amount"))
                .filter(Objects::nonNull)
                .toList();
    }
}
