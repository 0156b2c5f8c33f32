package org.weir.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records.StaleException;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Values;
import org.weir.web.form.FormView.Option;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;
import org.weir.web.shell.Services;

/**
 * {@code /r/TYPE/ID/edit}. Only what was changed is written. When somebody else saved meanwhile, changes of different
 * fields are merged; where both changed the same field, both values are shown and one is chosen.
 */
public final class EditPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int TRIES = 3;

    private final Services services;
    private final MakeForm makeForm;
    private final ReadForm readForm;
    private final FindClashes findClashes;

    public EditPage(Services services) {
        this.services = services;
        this.makeForm = new MakeForm(services);
        this.readForm = new ReadForm(services.formats());
        this.findClashes = new FindClashes(services);
    }

    @Override
    public String path() {
        return "/r/{type}/{id}/edit";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, row(visit), false, List.of(), null);
    }

    private Row row(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        Row row = services.records().read(visit.actor(), type.name(), visit.pathId("id"));
        if (!services.records().may(visit.actor(), "update", row)) {
            throw ProblemException.forbidden(type.permission("update"));
        }
        return row;
    }

    @Override
    public Reply post(Visit visit) {
        Row row = row(visit);
        ReadForm.Typed typed = readForm.read(row.type(), visit);
        if (!typed.errors().isEmpty()) {
            visit.status(422);
            return show(visit, row, true, Problems.of(visit, null, typed.errors()), null);
        }
        Map<String, @Nullable Object> changed = changed(row.type(), visit, typed.values());
        if (changed.isEmpty()) {
            return done(visit, row, Text.of("web.unchanged"));
        }
        return save(visit, row, changed);
    }

    private Reply save(Visit visit, Row row, Map<String, @Nullable Object> changed) {
        Long version = version(visit, row);
        for (int tries = 0; ; tries++) {
            try {
                Draft draft = new Draft(row.type().name(), row.id(), version, changed, null);
                Row saved = services.records().update(visit.actor(), draft);
                return done(visit, saved, Text.of(tries == 0 ? "web.saved" : "web.saved.merged"));
            } catch (StaleException stale) {
                List<Field> clashes = findClashes.between(row.type(), visit, changed, stale.stored());
                if (!clashes.isEmpty() || tries == TRIES) {
                    visit.status(409);
                    return show(
                            visit, row, true, List.of(), findClashes.dialog(visit, stale.stored(), changed, clashes));
                }
                version = stale.stored().version();
            } catch (ProblemException problem) {
                return refuse(visit, row, problem);
            }
        }
    }

    private Reply refuse(Visit visit, Row row, ProblemException problem) {
        if (problem.status() != 422 && problem.status() != 409) {
            throw problem;
        }
        visit.status(problem.status());
        Map<String, Text> errors = new LinkedHashMap<>();
        problem.fields().forEach(it -> errors.put(it.field(), it.text()));
        Text whole = problem.fields().isEmpty() ? problem.text() : null;
        return show(visit, row, true, Problems.of(visit, whole, errors), null);
    }

    /** What differs from what the form began with. */
    private Map<String, @Nullable Object> changed(RecordType type, Visit visit, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> result = new HashMap<>();
        values.forEach((name, value) -> {
            Field field = Objects.requireNonNull(type.field(name));
            String was = visit.param("_was." + name);
            if (was == null || !FindClashes.same(field, was, services.formats().write(field, value))) {
                result.put(name, value);
            }
        });
        return result;
    }

    private static Long version(Visit visit, Row row) {
        try {
            String sent = visit.param("_version");
            return sent == null ? row.version() : Long.parseLong(sent);
        } catch (NumberFormatException malformed) {
            throw ProblemException.badRequest(Text.of("web.error.request"));
        }
    }

    private static Reply done(Visit visit, Row row, Text toast) {
        String back = visit.param("_back");
        String own = "/r/" + row.type().name() + "/" + row.id();
        return new Reply.Redirect(back == null || back.isEmpty() ? own : SignIn.ours(back), toast);
    }

    private Reply show(
            Visit visit,
            Row row,
            boolean typed,
            List<FormView.Problem> problems,
            FormView.@Nullable Conflict conflict) {
        RecordType type = row.type();
        Values values =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        String title = values.title(row);
        String own = "/r/" + type.name() + "/" + row.id();
        List<Option> hidden = new ArrayList<>();
        String version = visit.param("_version");
        hidden.add(new Option("_version", typed && version != null ? version : String.valueOf(row.version())));
        FormView view = new FormView(
                visit,
                title,
                visit.t("web.edit-one", visit.t(type.one())),
                own + "/edit",
                visit.t("web.save"),
                own,
                hidden,
                problems,
                makeForm.sections(type, visit, row.values(), typed, Problems.byField(problems), true),
                conflict);
        return new Reply.Show(
                Text.of("web.edit-title", title),
                List.of(
                        new Reply.Crumb(type.many(), "/r/" + type.name()),
                        new Reply.Crumb(Text.of("web.as-is", title), own)),
                TEMPLATES.formPage(view));
    }
}
