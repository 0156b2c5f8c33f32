package org.weir.delivery.acceptance;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Actions;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The checklist of an acceptance as one form: each line with its result. */
@Component
public final class ChecklistTab implements RecordTab {
    private final Records records;
    private final Actions actions;

    @Activate
    public ChecklistTab(@Reference Records records, @Reference Actions actions) {
        this.records = records;
        this.actions = actions;
    }

    /** @param result as in the record */
    public record Line(String id, String subject, String result, String remark) {}

    /** Lines, and what is left to mend as title, severity, due. */
    public record Sheet(String id, List<Line> lines, boolean editable, List<Row> punch, long open) {}

    @Override
    public String type() {
        return DeliveryTypes.SITE_ACCEPTANCE;
    }

    @Override
    public String name() {
        return "checklist";
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public Text label() {
        return Text.of("delivery.checklist");
    }

    @Override
    public String permission() {
        return "acceptance-check:read";
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        long open = lines(visit, row).stream()
                .filter(it -> "open".equals(it.text("result")))
                .count();
        return open == 0 ? OptionalLong.empty() : OptionalLong.of(open);
    }

    private List<Row> lines(Visit visit, Row row) {
        return new Reading(records, visit.actor()).of(DeliveryTypes.ACCEPTANCE_CHECK, "acceptance", row.id());
    }

    @Override
    public Content show(Visit visit, Row row) {
        List<Row> rows = lines(visit, row);
        List<Line> lines = rows.stream()
                .map(it -> new Line(
                        it.id().toString(),
                        Reading.text(it, "subject"),
                        Reading.text(it, "result"),
                        String.valueOf(it.values().getOrDefault("remark", ""))))
                .toList();
        boolean editable =
                actions.on(visit.actor(), row).stream().anyMatch(it -> it.name().equals("check"));
        List<Row> punch = new Reading(records, visit.actor()).of(DeliveryTypes.PUNCH_ITEM, "acceptance", row.id());
        long open = rows.stream().filter(it -> "open".equals(it.text("result"))).count();
        return new StaticTemplates()
                .deliveryAcceptanceChecklist(
                        visit,
                        new Sheet(row.id().toString(), lines, editable, punch, open),
                        Map.of("ok", "good", "not-ok", "bad", "not-applicable", "", "open", "warn"));
    }
}
