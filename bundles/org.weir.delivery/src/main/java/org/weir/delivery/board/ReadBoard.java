package org.weir.delivery.board;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.board.Board.Acceptance;
import org.weir.delivery.board.Board.Cell;
import org.weir.delivery.board.Board.Figure;
import org.weir.delivery.board.Board.Line;
import org.weir.delivery.progress.Measure;
import org.weir.delivery.reading.Days;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.Visit;

/** Puts the board of a project together, as far as the reader sees its tasks. */
final class ReadBoard {
    private static final Map<String, String> MARKS =
            Map.of("done", "✓", "running", "▶", "late", "!", "ready", "○", "planned", "·");

    private final Visit visit;
    private final Reading reading;
    private final Records records;
    private final Row project;
    private final LocalDate today;
    private final Days days;
    private final List<Row> tasks;
    private final Set<UUID> blocked = new HashSet<>();

    ReadBoard(Visit visit, Records records, Row project) {
        this.visit = visit;
        this.reading = new Reading(records, visit.actor());
        this.records = records;
        this.project = project;
        this.today = LocalDate.now(visit.actor().zone());
        this.days = new Days(visit.locale(), today);
        this.tasks = new ArrayList<>(reading.of(DeliveryTypes.TASK, "project", project.id()));
        this.tasks.sort(Comparator.comparing((Row it) -> Reading.number(it, "ordinal"))
                .thenComparing(it -> Reading.text(it, "name")));
        waiting();
    }

    /** Tasks that wait for one which is not done. */
    private void waiting() {
        Map<UUID, Row> byId = new HashMap<>();
        tasks.forEach(it -> byId.put(it.id(), it));
        for (Row link : reading.of(DeliveryTypes.TASK_LINK, "project", project.id())) {
            Row from = byId.get(Reading.ref(link, "fromTask"));
            boolean started = from == null
                    || "done".equals(from.text("state"))
                    || Reading.text(link, "kind").startsWith("s") && "running".equals(from.text("state"));
            if (!started) {
                blocked.add(Reading.ref(link, "toTask"));
            }
        }
    }

    Board board() {
        Map<UUID, String> names = siteNames();
        Set<String> steps = new LinkedHashSet<>();
        Map<UUID, Map<String, List<Row>>> bySite = new LinkedHashMap<>();
        List<Cell> whole = new ArrayList<>();
        for (Row task : tasks) {
            UUID site = task.ref("site");
            if (site == null) {
                whole.add(cell(Reading.text(task, "name"), List.of(task)));
            } else {
                String step = step(task, names.getOrDefault(site, ""));
                steps.add(step);
                bySite.computeIfAbsent(site, key -> new LinkedHashMap<>())
                        .computeIfAbsent(step, key -> new ArrayList<>())
                        .add(task);
            }
        }
        Map<UUID, Acceptance> acceptances = acceptances();
        List<Line> lines = new ArrayList<>();
        bySite.forEach((site, cells) -> lines.add(new Line(
                site,
                names.getOrDefault(site, "?"),
                steps.stream()
                        .<@Nullable Cell>map(it -> cells.containsKey(it) ? cell(it, cells.get(it)) : null)
                        .toList(),
                acceptances.getOrDefault(site, none(cells)))));
        lines.sort(Comparator.comparing(Line::name));
        return new Board(
                project.id(),
                Reading.text(project, "title"),
                Objects.requireNonNullElse(project.text("number"), ""),
                figures(lines),
                whole,
                List.copyOf(steps),
                lines);
    }

    private Map<UUID, String> siteNames() {
        Set<UUID> sites = new HashSet<>();
        for (Row task : tasks) {
            UUID site = task.ref("site");
            if (site != null) {
                sites.add(site);
            }
        }
        return records.titles(visit.actor(), "site", sites);
    }

    /** The name of the step: that of the task without the site, and without the item for those made per item. */
    private String step(Row task, String site) {
        UUID step = task.ref("step");
        String known = step == null
                ? null
                : records.titles(visit.actor(), DeliveryTypes.TEMPLATE_STEP, List.of(step))
                        .get(step);
        if (known != null) {
            return known;
        }
        String name = Reading.text(task, "name");
        return name.endsWith(" · " + site) ? name.substring(0, name.length() - site.length() - 3) : name;
    }

    private String state(Row task) {
        String state = Reading.text(task, "state");
        if (!state.equals("done") && Measure.isLate(task, today)) {
            return "late";
        }
        return state.equals("planned") && !blocked.contains(task.id()) ? "ready" : state;
    }

    private Cell cell(String step, List<Row> here) {
        Row shown = here.stream()
                .filter(it -> !"done".equals(it.text("state")))
                .findFirst()
                .orElse(here.get(here.size() - 1));
        String state = state(shown);
        LocalDate day = Reading.date(shown, state.equals("done") ? "actualFinish" : "plannedFinish");
        String said = visit.t("delivery.board.state." + state);
        if (state.equals("running") || state.equals("late") && Reading.number(shown, "progress") > 0) {
            said += " " + Reading.number(shown, "progress") + " %";
        }
        return new Cell(
                shown.id(),
                step,
                state,
                Objects.requireNonNull(MARKS.get(state)),
                said,
                days.day(day),
                Reading.yes(shown, "critical") && !state.equals("done"),
                here.size() - 1);
    }

    private Acceptance none(Map<String, List<Row>> cells) {
        boolean ready = cells.values().stream().flatMap(List::stream).allMatch(it -> "done".equals(it.text("state")));
        return acceptance(ready ? "ready" : "none", null, 0);
    }

    private Acceptance acceptance(String state, @Nullable UUID id, long punch) {
        String mark = Map.of("ready", "○", "open", "▶", "passed", "▶", "signed", "✓", "final", "✓✓")
                .getOrDefault(state, "·");
        return new Acceptance(state, mark, visit.t("delivery.board.acceptance." + state), id, punch);
    }

    private Map<UUID, Acceptance> acceptances() {
        List<Row> rows = reading.of(DeliveryTypes.SITE_ACCEPTANCE, "project", project.id());
        Map<UUID, Long> punch = new HashMap<>();
        for (Row item : reading.in(
                DeliveryTypes.PUNCH_ITEM,
                "acceptance",
                rows.stream().map(Row::id).toList())) {
            if (!Reading.yes(item, "done")) {
                punch.merge(Reading.ref(item, "acceptance"), 1L, Long::sum);
            }
        }
        Map<UUID, Acceptance> bySite = new HashMap<>();
        Map<UUID, Long> left = new HashMap<>();
        rows.forEach(it -> left.merge(Reading.ref(it, "site"), punch.getOrDefault(it.id(), 0L), Long::sum));
        for (Row row : rows) {
            UUID site = Reading.ref(row, "site");
            boolean isFinal = "final".equals(row.text("kind"));
            if (isFinal || !bySite.containsKey(site)) {
                boolean signed = "signed".equals(row.text("state"));
                String state = isFinal && signed ? "final" : Reading.text(row, "state");
                bySite.put(site, acceptance(state, row.id(), left.getOrDefault(site, 0L)));
            }
        }
        return bySite;
    }

    private List<Figure> figures(List<Line> lines) {
        Measure measure = Measure.of(tasks, today);
        long accepted = lines.stream()
                .filter(it -> Set.of("signed", "final").contains(it.acceptance().state()))
                .count();
        long punch = lines.stream().mapToLong(it -> it.acceptance().punch()).sum();
        int behind = measure.planned() - measure.actual();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                visit.t("delivery.board.progress"),
                measure.actual() + " %",
                visit.t("delivery.board.planned", measure.planned()),
                behind > 10 ? "bad" : behind > 0 ? "warn" : "good",
                measure.actual()));
        figures.add(forecast());
        figures.add(new Figure(
                visit.t("delivery.board.accepted"),
                accepted + " / " + lines.size(),
                punch == 0 ? visit.t("delivery.board.no-punch") : visit.t("delivery.board.punch", punch),
                punch == 0 ? "plain" : "warn",
                lines.isEmpty() ? 0 : (int) (100 * accepted / lines.size())));
        figures.add(new Figure(
                visit.t("delivery.board.late"),
                String.valueOf(measure.late()),
                visit.t(
                        "delivery.board.open",
                        tasks.stream()
                                .filter(it -> !"done".equals(it.text("state")))
                                .count()),
                "plain",
                -1));
        return figures;
    }

    private Figure forecast() {
        LocalDate forecast = Reading.date(project, "forecast");
        LocalDate baseline = Reading.date(project, "baselineFinish");
        if (forecast == null || baseline == null) {
            return new Figure(visit.t("delivery.board.forecast"), "–", visit.t("delivery.board.no-plan"), "warn", -1);
        }
        long slip = ChronoUnit.DAYS.between(baseline, forecast);
        String note = slip == 0
                ? visit.t("delivery.board.as-baseline")
                : slip > 0
                        ? visit.t("delivery.board.behind-baseline", slip, days.day(baseline))
                        : visit.t("delivery.board.before-baseline", -slip, days.day(baseline));
        return new Figure(visit.t("delivery.board.forecast"), days.day(forecast), note, slip > 0 ? "bad" : "good", -1);
    }
}
