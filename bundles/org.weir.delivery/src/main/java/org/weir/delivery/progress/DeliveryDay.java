package org.weir.delivery.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/** My day: tasks of mine and of my projects that are late or due, punch items due, acceptances to sign, projects to plan. */
@Component
public final class DeliveryDay implements DaySource {
    private static final int MOST = 50;
    private static final int SOON = 3;

    private final Records records;

    @Activate
    public DeliveryDay(@Reference Records records) {
        this.records = records;
    }

    @Override
    public Text name() {
        return Text.of("delivery.day");
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public String permission() {
        return "task:read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Actor actor = visit.actor();
        LocalDate today = LocalDate.now(actor.zone());
        List<Item> items = new ArrayList<>();
        projectsToPlan(actor, items);
        acceptances(actor, items);
        punch(actor, today, items);
        tasks(actor, today, items);
        items.sort(Comparator.comparing(Item::kind)
                .thenComparing(it -> Objects.requireNonNullElse(it.due(), Instant.MAX)));
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    private List<Row> list(Actor actor, String type, String sort, Filter... all) {
        Query query = new Query(
                type, new Filter.And(List.of(all)), "", List.of(new Query.Sort(sort, false)), MOST, null, null);
        return records.list(actor, query).rows();
    }

    private static Filter is(String path, String value) {
        return new Condition(path, Op.EQ, List.of(value));
    }

    private void tasks(Actor actor, LocalDate today, List<Item> items) {
        List<Row> rows = list(
                actor,
                DeliveryTypes.TASK,
                "plannedFinish",
                new Condition("state", Op.NE, List.of("done")),
                new Condition(
                        "plannedFinish", Op.LE, List.of(today.plusDays(SOON).toString())),
                new Filter.Or(List.of(is("owner", "me"), is("project.owner", "me"))));
        Map<UUID, String> projects = records.titles(
                actor,
                DeliveryTypes.PROJECT,
                rows.stream().map(it -> Reading.ref(it, "project")).distinct().toList());
        for (Row row : rows) {
            LocalDate due = Objects.requireNonNull(Reading.date(row, "plannedFinish"));
            String project = projects.getOrDefault(Reading.ref(row, "project"), "");
            items.add(item(
                    actor,
                    row,
                    today,
                    due,
                    Text.of("delivery.day.task", project),
                    "/projects/" + row.ref("project") + "/board?task=" + row.id(),
                    Text.of("delivery.day.report")));
        }
    }

    private void punch(Actor actor, LocalDate today, List<Item> items) {
        if (!actor.may("punch-item:read")) {
            return;
        }
        for (Row row : list(
                actor,
                DeliveryTypes.PUNCH_ITEM,
                "due",
                is("owner", "me"),
                is("done", "false"),
                new Condition("due", Op.LE, List.of(today.plusDays(SOON).toString())))) {
            String site = records.titles(actor, DeliveryTypes.SITE_ACCEPTANCE, List.of(Reading.ref(row, "acceptance")))
                    .getOrDefault(Reading.ref(row, "acceptance"), "");
            items.add(item(
                    actor,
                    row,
                    today,
                    Objects.requireNonNull(Reading.date(row, "due")),
                    Text.of("delivery.day.punch", site),
                    "/r/punch-item/" + row.id(),
                    Text.of("record.punch-item.action.mend")));
        }
    }

    private void acceptances(Actor actor, List<Item> items) {
        if (!actor.may("site-acceptance:sign")) {
            return;
        }
        List<Row> rows = list(
                actor,
                DeliveryTypes.SITE_ACCEPTANCE,
                "signedAt",
                is("owner", "me"),
                new Condition("state", Op.NE, List.of("signed")));
        for (Row row : rows) {
            String site = records.titles(actor, "site", List.of(Reading.ref(row, "site")))
                    .getOrDefault(Reading.ref(row, "site"), "");
            boolean passed = "passed".equals(row.text("state"));
            items.add(new Item(
                    Kind.TODAY,
                    null,
                    site,
                    Text.of(passed ? "delivery.day.to-sign" : "delivery.day.to-check"),
                    row.type().icon(),
                    "/r/site-acceptance/" + row.id() + (passed ? "/act/sign" : "/tab/checklist"),
                    Text.of(passed ? "record.site-acceptance.action.sign" : "record.site-acceptance.action.check")));
        }
    }

    private void projectsToPlan(Actor actor, List<Item> items) {
        if (!actor.may("project:plan")) {
            return;
        }
        for (Row row : list(
                actor,
                DeliveryTypes.PROJECT,
                "title",
                is("owner", "me"),
                is("state", "planned"),
                new Condition("plannedStart", Op.NULL, List.of("true")))) {
            items.add(new Item(
                    Kind.TODAY,
                    null,
                    Reading.text(row, "title"),
                    Text.of("delivery.day.to-plan"),
                    row.type().icon(),
                    "/r/project/" + row.id(),
                    Text.of("record.project.action.plan")));
        }
    }

    private static Item item(
            Actor actor, Row row, LocalDate today, LocalDate due, Text detail, String href, @Nullable Text verb) {
        Kind kind = due.isBefore(today) ? Kind.LATE : due.equals(today) ? Kind.TODAY : Kind.SOON;
        Instant end = due.plusDays(1).atStartOfDay(actor.zone()).toInstant().minusSeconds(60);
        return new Item(
                kind,
                end,
                String.valueOf(row.get(row.type().title().name())),
                detail,
                row.type().icon(),
                href,
                verb);
    }
}
