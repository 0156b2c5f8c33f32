package org.weir.web.list;

import gg.jte.Content;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Action;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Records.PageOfRows;
import org.weir.records.api.Row;
import org.weir.web.api.Visit;
import org.weir.web.cell.Column;
import org.weir.web.cell.Columns;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Shown;
import org.weir.web.cell.Values;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** Reads a list and lays it out; a constant number of statements, however many rows. */
public final class MakeList {
    /** Every row counted is looked at, with who may see it: beyond this it is enough to know that there are more. */
    private static final int CAP = 100;

    private final Services services;
    private final Columns columns;

    public MakeList(Services services) {
        this.services = services;
        this.columns = new Columns(services.types());
    }

    /**
     * @param path of the list itself, without parameters
     * @param within what it is confined to, by the value of a field (whose column is left out, and which new records get)
     */
    public record Place(
            String path,
            String title,
            @Nullable Filter within,
            @Nullable Field fixed,
            String fixedValue) {
        boolean fixes(Column column) {
            return fixed != null && fixed.name().equals(column.name());
        }
    }

    public ListView make(Visit visit, RecordType type, Place place, boolean whole, @Nullable Content panel) {
        Actor actor = visit.actor();
        ListState state = ListState.of(place.path(), type, visit, services.filters());
        Query query = state.query(services.filters(), place.within());
        PageOfRows page = services.records().list(actor, query);
        Count count = services.records().count(actor, query, CAP);
        List<Column> all =
                columns.all(type, visit).stream().filter(it -> !place.fixes(it)).toList();
        List<Column> chosen = columns.chosen(all, state.columns());
        Values values =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        values.prepare(page.rows(), withTitle(all, chosen));
        String add = fixedParams(place);
        boolean mayCreate = actor.may(type.permission("create"));
        return new ListView(
                visit,
                state,
                place.title(),
                visit.t("web.list.caption", place.title()),
                whole,
                heads(state, chosen),
                lines(visit, state, page.rows(), chosen, values, whole),
                chips(visit, state, values),
                choices(all, chosen),
                selection(visit, type, state, whole),
                listActions(visit, type, state, whole),
                empty(page, state),
                counts(visit, state, page.rows().size(), count),
                page.next() == null
                        ? ""
                        : state.url().with("after", page.next()).toString(),
                page.previous() == null
                        ? ""
                        : state.url().with("before", page.previous()).toString(),
                mayCreate ? Urls.of("/r/" + type.name() + "/new") + add : "",
                visit.t("web.new-one", visit.t(type.one())),
                whole && actor.may(type.permission("import")) ? "/r/" + type.name() + "/import" : "",
                exportUrl(type, state, actor, whole),
                Urls.of("/r/" + type.name() + "/filter-fields")
                        .with("filter", state.filterText())
                        .toString(),
                panel);
    }

    private static String fixedParams(Place place) {
        Field fixed = place.fixed();
        if (fixed == null) {
            return "";
        }
        return Urls.of("")
                .with(fixed.name(), place.fixedValue())
                .with("_back", place.path())
                .toString();
    }

    private static List<Column> withTitle(List<Column> all, List<Column> chosen) {
        if (chosen.stream().anyMatch(Column::title)) {
            return chosen;
        }
        List<Column> result = new ArrayList<>(chosen);
        all.stream().filter(Column::title).findFirst().ifPresent(result::add);
        return result;
    }

    private static String exportUrl(RecordType type, ListState state, Actor actor, boolean whole) {
        return whole && actor.may(type.permission("export"))
                ? state.url().toString().replaceFirst("^[^?]*", "/r/" + type.name() + "/export")
                : "";
    }

    private static List<ListView.Head> heads(ListState state, List<Column> chosen) {
        String sort = state.sort().isEmpty() ? state.type().sort() : state.sort();
        List<ListView.Head> result = new ArrayList<>();
        for (Column column : chosen) {
            String name = column.name();
            boolean up = sort.equals(name) || sort.startsWith(name + ",") || (sort.isEmpty() && column.title());
            boolean down = sort.equals("-" + name) || sort.startsWith("-" + name + ",");
            String url = column.sortable()
                    ? state.url().with("sort", up ? "-" + name : name).toString()
                    : "";
            result.add(new ListView.Head(
                    column.label(), url, up ? "ascending" : down ? "descending" : "", column.figure(), column.title()));
        }
        return result;
    }

    private List<ListView.Line> lines(
            Visit visit, ListState state, List<Row> rows, List<Column> chosen, Values values, boolean whole) {
        RecordType type = state.type();
        boolean edits = visit.actor().may(type.permission("update"));
        String base = "/r/" + type.name() + "/";
        List<ListView.Line> result = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String id = row.id().toString();
            List<ListView.Cell> cells = new ArrayList<>(chosen.size());
            for (Column column : chosen) {
                cells.add(cell(row, column, values, edits));
            }
            result.add(new ListView.Line(
                    id,
                    base + id,
                    whole ? base + id + "/panel" : "",
                    edits ? base + id + "/cell/" : "",
                    values.title(row),
                    id.equals(state.panel()),
                    cells));
        }
        return result;
    }

    private static ListView.Cell cell(Row row, Column column, Values values, boolean edits) {
        Shown shown = values.shown(row, column);
        Field field = column.field();
        boolean editable =
                edits && field != null && column.via() == null && column.system() == null && !field.readOnly();
        String css = column.figure() ? "num" : shown instanceof Shown.Grade ? "lead" : "";
        if (column.title()) {
            css = "name";
        }
        return new ListView.Cell(
                column.name(), column.label(), shown, editable ? (css + " editable").strip() : css, column.title());
    }

    private List<ListView.Chip> chips(Visit visit, ListState state, Values values) {
        return new DescribeFilter(services.types(), services.formats(), visit)
                .parts(state.type(), state.filter(), values).stream()
                        .map(it -> new ListView.Chip(
                                it.label(),
                                it.words(),
                                visit.t("web.filter.remove", it.whole()),
                                state.url()
                                        .with("filter", services.filters().write(it.rest()))
                                        .toString()))
                        .toList();
    }

    private static List<ListView.Choice> choices(List<Column> all, List<Column> chosen) {
        List<ListView.Choice> result = new ArrayList<>();
        chosen.forEach(it -> result.add(new ListView.Choice(it.name(), it.label(), true)));
        Set<String> names = Set.copyOf(chosen.stream().map(Column::name).toList());
        all.stream()
                .filter(it -> !names.contains(it.name()))
                .forEach(it -> result.add(new ListView.Choice(it.name(), it.label(), false)));
        return result;
    }

    private List<ListView.Button> selection(Visit visit, RecordType type, ListState state, boolean whole) {
        List<ListView.Button> result = new ArrayList<>();
        services.actions()
                .at(visit.actor(), type.name(), Action.Place.SELECTION)
                .forEach(it -> result.add(
                        new ListView.Button(label(visit, it), "/r/" + type.name() + "/act/" + it.name(), "play")));
        if (whole && visit.actor().may(type.permission("export"))) {
            result.add(new ListView.Button(
                    visit.t("web.export"),
                    state.url().toString().replaceFirst("^[^?]*", "/r/" + type.name() + "/export"),
                    "download"));
        }
        return result;
    }

    private List<ListView.Button> listActions(Visit visit, RecordType type, ListState state, boolean whole) {
        if (!whole) {
            return List.of();
        }
        return services.actions().at(visit.actor(), type.name(), Action.Place.LIST).stream()
                .map(it -> new ListView.Button(
                        label(visit, it),
                        state.url().toString().replaceFirst("^[^?]*", "/r/" + type.name() + "/act/" + it.name()),
                        "play"))
                .toList();
    }

    static String label(Visit visit, Action action) {
        return visit.t("record." + action.type() + ".action." + action.name());
    }

    private static ListView.Empty empty(PageOfRows page, ListState state) {
        if (!page.rows().isEmpty()) {
            return ListView.Empty.NO;
        }
        return state.narrowed() || !state.first() ? ListView.Empty.NO_RESULT : ListView.Empty.NOTHING;
    }

    private static String counts(Visit visit, ListState state, int shown, Count count) {
        String total =
                NumberFormat.getIntegerInstance(visit.locale()).format(count.number()) + (count.capped() ? "+" : "");
        return state.first()
                ? visit.t("web.list.counts-first", shown, total)
                : visit.t("web.list.counts", shown, total);
    }
}
