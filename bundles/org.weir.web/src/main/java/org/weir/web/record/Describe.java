package org.weir.web.record;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.api.Timeline;
import org.weir.web.api.Page;
import org.weir.web.api.RecordPanel;
import org.weir.web.api.Visit;
import org.weir.web.cell.Column;
import org.weir.web.cell.Columns;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Shown;
import org.weir.web.cell.Values;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Contributions;
import org.weir.web.shell.Services;

/** Puts a record into sections, facts, boxes and moments. */
final class Describe {
    private static final Logger LOG = LoggerFactory.getLogger(Describe.class);
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int FACTS = 3;

    private final Services services;
    private final Contributions contributions;
    private final Columns columns;

    Describe(Services services, Contributions contributions) {
        this.services = services;
        this.contributions = contributions;
        this.columns = new Columns(services.types());
    }

    /** The values of one record, everything that its page shows. */
    record Known(Row row, Values values, List<Column> columns) {}

    Known know(Visit visit, Row row) {
        return know(visit, row, it -> it.via() == null);
    }

    /** What stands beside the title alone. */
    Known knowHead(Visit visit, Row row) {
        return know(visit, row, it -> it.via() == null && (it.standard() || it.title()));
    }

    private Known know(Visit visit, Row row, Predicate<Column> shown) {
        List<Column> all = columns.all(row.type(), visit).stream().filter(shown).toList();
        Values values =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        return new Known(row, values.prepare(List.of(row), all), all);
    }

    /** What stands beside the title: the first columns of the list that are not empty. */
    List<RecordView.Fact> facts(Known known) {
        List<RecordView.Fact> result = new ArrayList<>();
        for (Column column : known.columns()) {
            Shown shown = known.values().shown(known.row(), column);
            boolean key = column.standard() && !column.title() && column.system() == null;
            boolean flag = column.field() != null && column.field().kind() == Field.Kind.BOOL;
            if (key && !flag && !(shown instanceof Shown.None) && result.size() < FACTS) {
                result.add(new RecordView.Fact(column.label(), shown, false));
            }
        }
        return result;
    }

    List<RecordView.Section> sections(Visit visit, Known known) {
        RecordType type = known.row().type();
        Map<String, List<RecordView.Fact>> sections = new LinkedHashMap<>();
        for (Column column : known.columns()) {
            Field field = column.field();
            if (field != null && column.system() == null) {
                sections.computeIfAbsent(field.section(), key -> new ArrayList<>())
                        .add(new RecordView.Fact(
                                column.label(), known.values().shown(known.row(), column), field.multiline()));
            }
        }
        List<RecordView.Section> result = new ArrayList<>();
        sections.forEach((name, facts) -> result.add(new RecordView.Section(
                services.texts()
                        .find(visit.locale(), "record." + type.name() + ".section." + name)
                        .orElse(""),
                facts)));
        return result;
    }

    List<RecordView.Fact> computed(Known known) {
        return known.columns().stream()
                .filter(Column::computed)
                .map(it -> new RecordView.Fact(it.label(), known.values().shown(known.row(), it), false))
                .filter(it -> !(it.value() instanceof Shown.None))
                .toList();
    }

    List<RecordView.Act> acts(Visit visit, Row row) {
        String base = "/r/" + row.type().name() + "/" + row.id() + "/act/";
        List<RecordView.Act> result = new ArrayList<>();
        for (Action action : services.actions().on(visit.actor(), row)) {
            result.add(new RecordView.Act(
                    visit.t("record." + action.type() + ".action." + action.name()),
                    base + action.name(),
                    action.input() == Action.NoInput.class));
        }
        return result;
    }

    List<RecordView.Box> boxes(Visit visit, Row row) {
        List<RecordView.Box> result = new ArrayList<>();
        for (RecordPanel panel : contributions.panels(row.type().name())) {
            boolean may =
                    panel.permission().equals(Page.SIGNED_IN) || visit.actor().may(panel.permission());
            if (may) {
                result.add(new RecordView.Box(
                        visit.t(panel.title()), contained(visit, () -> panel.show(visit, row)), panel.order() < 0));
            }
        }
        return result;
    }

    /** Draws the piece at once, so that a failure stays inside its box. */
    static Content contained(Visit visit, Piece piece) {
        try {
            StringOutput output = new StringOutput();
            piece.show().writeTo(new OwaspHtmlTemplateOutput(output));
            String html = output.toString();
            return out -> out.writeContent(html);
        } catch (Exception | LinkageError failure) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("{} a contributed piece failed on {}", reference, visit.url(), failure);
            return TEMPLATES.recordBroken(visit, reference);
        }
    }

    RecordView.Moment moment(Visit visit, Timeline.Moment it) {
        UUID record = it.record();
        boolean opens = it.kind().equals("record") && record != null;
        return new RecordView.Moment(
                visit.t(it.title()),
                it.detail(),
                it.byName(),
                visit.time(it.at()),
                visit.fullTime(it.at()),
                it.at().toString(),
                opens ? "/r/" + it.type() + "/" + record : "",
                it.kind().equals("change"));
    }

    /** "Created by …, changed by …". */
    String made(Visit visit, Known known) {
        Row row = known.row();
        String by = name(known, "createdBy");
        String changer = name(known, "updatedBy");
        String created = visit.t("web.record.created", visit.time(row.createdAt()), by);
        return row.version() <= 1
                ? created
                : created + " " + visit.t("web.record.changed", visit.time(row.updatedAt()), changer);
    }

    private static String name(Known known, String column) {
        return known.columns().stream()
                .filter(it -> it.name().equals(column))
                .findFirst()
                .map(it -> known.values().shown(known.row(), it).words())
                .orElse("");
    }

    static Text plain(@Nullable String words) {
        return Text.of("web.as-is", words == null ? "" : words);
    }
}
