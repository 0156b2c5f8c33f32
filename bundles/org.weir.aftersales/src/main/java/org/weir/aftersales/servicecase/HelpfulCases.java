package org.weir.aftersales.servicecase;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;

/** Beside a ticket: cases that may help with it. */
@Component
public final class HelpfulCases implements RecordPanel {
    private static final int SHOWN = 4;

    private final Records records;
    private final FindCases cases;

    @Activate
    public HelpfulCases(@Reference Records records) {
        this.records = records;
        this.cases = new FindCases(records);
    }

    /** @param own written about this very ticket */
    public record Helpful(String id, String title, String number, boolean reviewed, long reused, boolean own) {}

    @Override
    public String type() {
        return AftersalesTypes.TICKET;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Text title() {
        return Text.of("service-case.helpful");
    }

    @Override
    public String permission() {
        return "service-case:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        String words = row.get("title") + " " + Objects.requireNonNullElse(row.text("description"), "");
        List<Helpful> lines = new ArrayList<>();
        for (FindCases.Found found : cases.like(visit.actor(), words, product(visit.actor(), row), SHOWN)) {
            Row one = found.row();
            lines.add(new Helpful(
                    one.id().toString(),
                    String.valueOf(one.get("title")),
                    Objects.requireNonNullElse(one.text("number"), ""),
                    "reviewed".equals(one.text("state")),
                    ((Number) Objects.requireNonNullElse(one.get("reuseCount"), 0L)).longValue(),
                    row.id().equals(one.ref("ticket"))));
        }
        boolean may = visit.actor().may("service-case:reuse");
        return new StaticTemplates().aftersalesServicecaseHelpful(visit, lines, may);
    }

    private @Nullable String product(Actor actor, Row ticket) {
        UUID unit = ticket.ref("unit");
        return unit == null || !actor.may("unit:read")
                ? null
                : records.find(actor, AftersalesTypes.UNIT, unit)
                        .map(it -> it.text("itemCode"))
                        .orElse(null);
    }
}
