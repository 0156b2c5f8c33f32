package org.weir.web.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory.Person;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records.StaleException;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.form.FormView.Input;
import org.weir.web.form.MakeForm;
import org.weir.web.form.ReadForm;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Services;

/** {@code /r/TYPE/ID/cell/FIELD}: one value, edited where it stands. */
public final class CellPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Services services;
    private final MakeForm makeForm;
    private final ReadForm readForm;

    public CellPage(Services services) {
        this.services = services;
        this.makeForm = new MakeForm(services);
        this.readForm = new ReadForm(services.formats());
    }

    @Override
    public String path() {
        return "/r/{type}/{id}/cell/{field}";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    private record At(Row row, Field field) {}

    private At at(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        Field field = type.field(visit.path("field"));
        Row row = services.records().read(visit.actor(), type.name(), visit.pathId("id"));
        if (field == null || field.readOnly()) {
            throw ProblemException.notFound();
        }
        return new At(row, field);
    }

    @Override
    public Reply get(Visit visit) {
        At at = at(visit);
        if (visit.param("show") != null || !services.records().may(visit.actor(), "update", at.row())) {
            return shown(visit, at.row(), at.field());
        }
        return editing(visit, at, false, "", null);
    }

    @Override
    public Reply post(Visit visit) {
        At at = at(visit);
        Parsed parsed = readForm.one(at.row().type(), at.field(), visit);
        Text error = parsed.error();
        if (error != null) {
            visit.status(422);
            return editing(visit, at, true, visit.t(error), null);
        }
        return save(visit, at, parsed.value());
    }

    private Reply save(Visit visit, At at, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(at.field().name(), value);
        Long version = version(visit, at.row());
        try {
            return shown(visit, update(visit, at, version, values), at.field());
        } catch (StaleException stale) {
            Row stored = stale.stored();
            String was =
                    Objects.requireNonNullElse(visit.param("_was." + at.field().name()), "");
            String now =
                    services.formats().write(at.field(), stored.get(at.field().name()));
            if (was.equals(now)) {
                return retry(visit, at, stored, values);
            }
            visit.status(409);
            return editing(visit, at, true, "", clash(visit, stored, at.field()));
        } catch (ProblemException problem) {
            return refused(visit, at, problem);
        }
    }

    /** Another field was changed meanwhile; that does not concern this one. */
    private Reply retry(Visit visit, At at, Row stored, Map<String, @Nullable Object> values) {
        try {
            return shown(visit, update(visit, at, stored.version(), values), at.field());
        } catch (StaleException again) {
            visit.status(409);
            return editing(visit, at, true, "", clash(visit, again.stored(), at.field()));
        } catch (ProblemException problem) {
            return refused(visit, at, problem);
        }
    }

    private Row update(Visit visit, At at, Long version, Map<String, @Nullable Object> values) {
        return services.records()
                .update(
                        visit.actor(),
                        new Draft(at.row().type().name(), at.row().id(), version, values, null));
    }

    private Reply refused(Visit visit, At at, ProblemException problem) {
        if (problem.status() != 422 && problem.status() != 409) {
            throw problem;
        }
        visit.status(422);
        List<String> words =
                problem.fields().stream().map(it -> visit.t(it.text())).toList();
        return editing(visit, at, true, words.isEmpty() ? visit.t(problem.text()) : String.join(" ", words), null);
    }

    private static Long version(Visit visit, Row row) {
        String force = visit.param("force");
        String sent = force == null ? visit.param("_version") : force;
        try {
            return sent == null ? row.version() : Long.parseLong(sent);
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest(Text.of("web.error.request"));
        }
    }

    private CellView.Clash clash(Visit visit, Row stored, Field field) {
        UUID by = stored.updatedBy();
        Person person =
                by == null ? null : services.directory().people(Set.of(by)).get(by);
        String who = person == null ? visit.t("web.somebody") : person.name();
        String theirs = values(visit, stored, field).show(stored, field).words();
        return new CellView.Clash(who, theirs.isEmpty() ? "–" : theirs, stored.version());
    }

    private Values values(Visit visit, Row row, Field field) {
        Column column = column(visit, row.type(), field);
        return new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit)
                .prepare(List.of(row), List.of(column));
    }

    private static Column column(Visit visit, RecordType type, Field field) {
        return new Column(field.name(), visit.t(type.label(field)), type, field, null, null, false, true);
    }

    private Reply shown(Visit visit, Row row, Field field) {
        return new Reply.Fragment(TEMPLATES.cellCell(view(visit, row, field, null, "", null)));
    }

    private Reply editing(Visit visit, At at, boolean typed, String error, CellView.@Nullable Clash clash) {
        RecordType type = at.row().type();
        Input input = makeForm.sections(type, visit, at.row().values(), typed, Map.of(), true).stream()
                .flatMap(it -> it.inputs().stream())
                .filter(it -> it.name().equals(at.field().name()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new Reply.Fragment(TEMPLATES.cellEditing(view(visit, at.row(), at.field(), input, error, clash)));
    }

    private CellView view(
            Visit visit, Row row, Field field, @Nullable Input input, String error, CellView.@Nullable Clash clash) {
        Shown shown = values(visit, row, field).show(row, field);
        String own = "/r/" + row.type().name() + "/" + row.id();
        boolean figure = column(visit, row.type(), field).figure();
        String css = field.title() ? "name " : figure ? "num " : shown instanceof Shown.Grade ? "lead " : "";
        String sent = visit.param("_version");
        long version = sent == null || input == null ? row.version() : version(visit, row);
        return new CellView(
                visit,
                field.name(),
                own + "/cell/" + field.name(),
                css + "editable",
                shown,
                field.title() ? own : "",
                visit.t(row.type().label(field)),
                input,
                version,
                error,
                clash);
    }
}
