package org.weir.partner.example.survey;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.example.activity.ActivityStore;
import org.weir.partner.example.jte.StaticTemplates;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** A tab on the account: the power measured at its sites, and how often it was met since the bundle is here. */
@Component
public final class PowerTab implements RecordTab {
    private final Records records;
    private final ActivityStore activity;

    @Activate
    public PowerTab(@Reference Records records, @Reference(target = "(schema=example)") Database database) {
        this.records = records;
        this.activity = new ActivityStore(database);
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "example-power";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Text label() {
        return Text.of("example.power");
    }

    @Override
    public String permission() {
        return "example-survey:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Query query = Query.all("example-survey")
                .where(Filter.eq("account", row.id()))
                .limit(500);
        List<Row> surveys = records.list(visit.actor(), query).rows();
        BigDecimal measured = surveys.stream()
                .map(it -> (BigDecimal) it.get("loadKw"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new StaticTemplates().examplePower(visit, surveys, measured, activity.of(row.id()));
    }
}
