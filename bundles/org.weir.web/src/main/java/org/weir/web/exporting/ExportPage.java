package org.weir.web.exporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Exports;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** {@code /r/TYPE/export}: a list as filtered, or the rows selected, as CSV or XLSX, in the background. */
public final class ExportPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int COUNT_CAP = 1000;

    private final Services services;

    public ExportPage(Services services) {
        this.services = services;
    }

    /** A field to write. */
    public record ExportField(String name, String label, boolean chosen) {}

    @Override
    public String path() {
        return "/r/{type}/export";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return ask(visit, type(visit), param(visit, "filter"));
    }

    /** From the list with rows selected: the form, confined to them. From the form: the work begins. */
    @Override
    public Reply post(Visit visit) {
        RecordType type = type(visit);
        List<String> ids = visit.params("id");
        if (visit.param("_start") != null) {
            String filter =
                    ids.isEmpty() ? param(visit, "filter") : services.filters().write(among(ids));
            return ask(visit, type, filter);
        }
        Exports.Format format = "XLSX".equals(visit.param("format")) ? Exports.Format.XLSX : Exports.Format.CSV;
        List<String> fields = visit.params("field");
        if (fields.isEmpty()) {
            throw ProblemException.badRequest(Text.of("web.export.none"));
        }
        UUID job = services.exports().start(visit.actor(), query(visit, type, param(visit, "filter")), fields, format);
        String back = Urls.of("/r/" + type.name())
                .with("filter", param(visit, "filter"))
                .with("q", param(visit, "q"))
                .toString();
        return new Reply.Redirect(Urls.of("/jobs/" + job).with("back", back).toString(), null);
    }

    private static Filter among(List<String> ids) {
        return new Filter.Condition("id", Filter.Op.IN, ids);
    }

    private RecordType type(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        if (!visit.actor().may(type.permission("export"))) {
            throw ProblemException.forbidden(type.permission("export"));
        }
        return type;
    }

    private static String param(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.param(name), "");
    }

    private Query query(Visit visit, RecordType type, String filter) {
        return new Query(
                type.name(),
                services.filters().parse(filter),
                param(visit, "q"),
                services.filters().parseSort(type, param(visit, "sort")),
                50,
                null,
                null);
    }

    private Reply ask(Visit visit, RecordType type, String filter) {
        var count = services.records().count(visit.actor(), query(visit, type, filter), COUNT_CAP);
        List<String> columns = List.of(param(visit, "columns").split(","));
        List<ExportField> choices = new ArrayList<>();
        for (Field field : type.fields()) {
            choices.add(new ExportField(field.name(), visit.t(type.label(field)), true));
        }
        for (String name : List.of("createdAt", "createdBy", "updatedAt", "updatedBy")) {
            choices.add(new ExportField(name, visit.t("web.field." + name), columns.contains(name)));
        }
        String shown = count.number() + (count.capped() ? "+" : "");
        return new Reply.Show(
                Text.of("web.export-many", type.many()),
                List.of(new Crumb(type.many(), "/r/" + type.name())),
                TEMPLATES.exportingPage(visit, type, shown, choices, filter, param(visit, "q"), param(visit, "sort")));
    }
}
