package org.weir.delivery.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.planning.Plan;
import org.weir.delivery.progress.Measure;
import org.weir.delivery.reading.Days;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.Visit;

/** A task beside the board: what it is, why it waits, and what can be done now. */
public final class TaskPanel {
    private final Visit visit;
    private final Records records;
    private final Actions actions;
    private final Days days;

    TaskPanel(Visit visit, Records records, Actions actions) {
        this.visit = visit;
        this.records = records;
        this.actions = actions;
        this.days = new Days(visit.locale(), LocalDate.now(visit.actor().zone()));
    }

    public record Fact(String label, String value, String href) {}

    /** A task that would move, and the finishes before and after. */
    public record Moved(String name, String from, String to) {}

    /**
     * @param verbs names of the actions that need no further input
     * @param moves what a hold would move, null when nobody asked
     */
    public record Shown(
            UUID id,
            String name,
            String action,
            String state,
            String tone,
            boolean critical,
            int progress,
            List<Fact> facts,
            boolean mayReport,
            List<String> verbs,
            boolean mayHold,
            String holdUntil,
            @Nullable List<Moved> moves) {}

    Shown show(Row task, @Nullable Plan look, @Nullable LocalDate until) {
        List<String> may =
                actions.on(visit.actor(), task).stream().map(Action::name).toList();
        boolean late = Measure.isLate(task, days.today());
        String state = Reading.text(task, "state");
        LocalDate held = until == null ? Reading.date(task, "holdUntil") : until;
        return new Shown(
                task.id(),
                Reading.text(task, "name"),
                "/projects/" + Reading.ref(task, "project") + "/board",
                visit.t("delivery.board.state." + (late ? "late" : state)),
                late ? "bad" : state.equals("done") ? "good" : state.equals("running") ? "info" : "",
                Reading.yes(task, "critical"),
                Reading.number(task, "progress"),
                facts(task),
                may.contains("report"),
                List.of("start", "finish").stream().filter(may::contains).toList(),
                may.contains("hold-until"),
                held == null ? "" : held.toString(),
                look == null ? null : moved(look));
    }

    private List<Moved> moved(Plan plan) {
        return plan.moves().stream()
                .map(it -> new Moved(it.name(), days.day(it.fromFinish()), days.day(it.toFinish())))
                .toList();
    }

    private List<Fact> facts(Row task) {
        List<Fact> facts = new ArrayList<>();
        ref(facts, task, "site", "site");
        ref(facts, task, "crew", DeliveryTypes.CREW);
        span(facts, "delivery.board.plan", task, "plannedStart", "plannedFinish");
        span(facts, "delivery.board.baseline", task, "baselineStart", "baselineFinish");
        span(facts, "delivery.board.actual", task, "actualStart", "actualFinish");
        String reason = task.text("waitReason");
        if (reason != null && !reason.equals("none") && "planned".equals(task.text("state"))) {
            UUID other = task.ref("waitsFor");
            String name = other == null ? null : title(DeliveryTypes.TASK, other);
            String why = visit.t("record.task.waitReason." + reason);
            facts.add(new Fact(
                    visit.t("record.task.waitReason"),
                    name == null ? why : why + ": " + name,
                    name == null ? "" : "/r/task/" + other));
        }
        String note = task.text("note");
        if (note != null) {
            facts.add(new Fact(visit.t("record.task.note"), note, ""));
        }
        return facts;
    }

    private void span(List<Fact> facts, String label, Row task, String from, String until) {
        LocalDate first = Reading.date(task, from);
        LocalDate last = Reading.date(task, until);
        if (first != null) {
            String said = first.equals(last) ? days.day(first) : days.day(first) + " – " + days.day(last);
            facts.add(new Fact(visit.t(label), said, ""));
        }
    }

    private void ref(List<Fact> facts, Row task, String field, String type) {
        UUID id = task.ref(field);
        String name = id == null ? null : title(type, id);
        if (name != null) {
            facts.add(new Fact(visit.t("record.task." + field), name, "/r/" + type + "/" + id));
        }
    }

    private @Nullable String title(String type, UUID id) {
        Map<UUID, String> titles = records.titles(visit.actor(), type, List.of(id));
        return titles.containsKey(id) ? Objects.requireNonNull(titles.get(id)) : null;
    }
}
