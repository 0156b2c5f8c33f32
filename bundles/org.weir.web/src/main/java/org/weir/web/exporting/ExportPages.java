package org.weir.web.exporting;

import java.io.IOException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Job;
import org.weir.records.api.Exports;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.cell.Columns;
import org.weir.web.jobs.JobPages;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** {@code /r/TYPE/export}: a list as filtered, or the rows selected, as CSV or XLSX, in the background. */
public final class ExportPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int COUNT_CAP = 100_000;

    private final Services services;

    public ExportPages(Services services) {
        this.services = services;
    }

    /** A field to write. */
    public record Choice(String name, String label, boolean chosen) {}

    /**
     * The form.
     *
     * @param count how many records will be written
     *
     * @param error what is wrong with the choice; empty for nothing
     */
    public record Ask(
            Visit v,
            RecordType type,
            String count,
            List<Choice> choices,
            String filter,
            String q,
            String sort,
            boolean xlsx,
            String error,
            String back) {}

    public List<Page> pages() {
        return List.of(
                Handled.form("/r/{type}/export", Page.SIGNED_IN, this::get, this::post),
                Handled.show("/exports/{job}", Page.SIGNED_IN, this::progress),
                Handled.show("/exports/{job}/file", Page.SIGNED_IN, this::file));
    }

    private Reply get(Visit visit) {
        RecordType type = type(visit);
        return ask(visit, type, param(visit, "filter"), listed(visit, type), "");
    }

    /** From the list with rows selected: the form, confined to them. From the form: the work begins. */
    private Reply post(Visit visit) {
        RecordType type = type(visit);
        List<String> ids = visit.params("id");
        String filter = param(visit, "filter");
        if (visit.param("_start") != null) {
            return ask(
                    visit,
                    type,
                    ids.isEmpty() ? filter : services.filters().write(among(ids)),
                    listed(visit, type),
                    "");
        }
        List<String> fields = visit.params("field");
        if (fields.isEmpty()) {
            visit.status(422);
            return ask(visit, type, filter, Set.of(), visit.t("transfer.export.nothing"));
        }
        UUID job;
        try {
            job = services.exports().start(visit.actor(), query(visit, type, filter), fields, format(visit));
        } catch (ProblemException refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            visit.status(422);
            Text why = refused.fields().isEmpty()
                    ? refused.text()
                    : refused.fields().get(0).text();
            return ask(visit, type, filter, Set.copyOf(fields), visit.t(why));
        }
        return new Reply.Redirect(
                Urls.of("/exports/" + job).with("back", back(visit, type)).toString(), null);
    }

    private static Exports.Format format(Visit visit) {
        return "CSV".equals(visit.param("format")) ? Exports.Format.CSV : Exports.Format.XLSX;
    }

    static Filter among(List<String> ids) {
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

    /** The fields that the list shows, in its order. */
    private Set<String> listed(Visit visit, RecordType type) {
        Columns columns = new Columns(services.types());
        String names = param(visit, "columns");
        Set<String> result = new LinkedHashSet<>();
        columns.chosen(columns.all(type, visit), names.isBlank() ? List.of() : List.of(names.split(",")))
                .forEach(it -> {
                    if (it.via() == null && it.system() == null && type.field(it.name()) != null) {
                        result.add(it.name());
                    }
                });
        return result;
    }

    private static String back(Visit visit, RecordType type) {
        String given = visit.param("back");
        return given != null
                ? SignIn.ours(given)
                : Urls.of("/r/" + type.name())
                        .with("q", param(visit, "q"))
                        .with("filter", param(visit, "filter"))
                        .with("sort", param(visit, "sort"))
                        .with("columns", param(visit, "columns"))
                        .toString();
    }

    private Reply ask(Visit visit, RecordType type, String filter, Set<String> chosen, String error) {
        var count = services.records().count(visit.actor(), query(visit, type, filter), COUNT_CAP);
        List<Choice> choices = new ArrayList<>();
        for (String name : chosen) {
            Field field = type.field(name);
            if (field != null) {
                choices.add(new Choice(name, visit.t(type.label(field)), true));
            }
        }
        for (Field field : type.fields()) {
            if (!chosen.contains(field.name())) {
                choices.add(new Choice(field.name(), visit.t(type.label(field)), false));
            }
        }
        String shown =
                NumberFormat.getIntegerInstance(visit.locale()).format(count.number()) + (count.capped() ? "+" : "");
        Ask view = new Ask(
                visit,
                type,
                shown,
                choices,
                filter,
                param(visit, "q"),
                param(visit, "sort"),
                format(visit) == Exports.Format.XLSX,
                error,
                back(visit, type));
        return new Reply.Show(
                Text.of("transfer.export.title", type.many()),
                List.of(new Crumb(type.many(), "/r/" + type.name())),
                TEMPLATES.exportingPage(view));
    }

    private Reply progress(Visit visit) throws IOException {
        Job job = JobPages.mine(services.jobs(), visit, visit.pathId("job"));
        String back = visit.param("back");
        Exports.Download file = job.state() == Jobs.State.DONE ? download(visit, job) : null;
        return new Reply.Show(
                job.title(),
                List.of(new Crumb(Text.of("web.jobs"), "/jobs")),
                TEMPLATES.exportingJob(
                        visit, job, file == null ? "" : file.name(), back == null ? "" : SignIn.ours(back)));
    }

    private Exports.@Nullable Download download(Visit visit, Job job) throws IOException {
        try {
            return services.exports().download(visit.actor(), job.id());
        } catch (ProblemException gone) {
            return null;
        }
    }

    private Reply file(Visit visit) throws IOException {
        Job job = JobPages.mine(services.jobs(), visit, visit.pathId("job"));
        Exports.Download download = services.exports().download(visit.actor(), job.id());
        return new Reply.Download(download.file(), download.name(), download.contentType());
    }
}
