package org.weir.aftersales.servicecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/** My day: cases that others have written and that wait for a review. */
@Component
public final class ReviewDay implements DaySource {
    private static final int MOST = 20;

    private final Records records;

    @Activate
    public ReviewDay(@Reference Records records) {
        this.records = records;
    }

    @Override
    public Text name() {
        return Text.of("service-case.day");
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public String permission() {
        return "service-case:review";
    }

    @Override
    public List<Item> items(Visit visit) {
        Filter drafts = Filter.both(Filter.eq("state", "draft"), new Condition("owner", Op.NE, List.of("me")));
        Query query = Query.all(AftersalesTypes.SERVICE_CASE).where(drafts).limit(MOST);
        List<Item> items = new ArrayList<>();
        for (Row row : records.list(visit.actor(), query).rows()) {
            items.add(new Item(
                    Kind.APPROVAL,
                    null,
                    String.valueOf(row.get("title")),
                    Text.of("service-case.to-review", Objects.requireNonNullElse(row.text("number"), "")),
                    row.type().icon(),
                    "/r/service-case/" + row.id(),
                    Text.of("service-case.review-it")));
        }
        return items;
    }
}
