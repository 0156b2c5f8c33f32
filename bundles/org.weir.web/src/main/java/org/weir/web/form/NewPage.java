package org.weir.web.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.form.FormView.Option;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /r/TYPE/new}: the form of a new record. It carries the record's id, so that sent twice it makes one record. */
public final class NewPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Services services;
    private final MakeForm makeForm;
    private final ReadForm readForm;
    private final Initial initial;

    public NewPage(Services services) {
        this.services = services;
        this.makeForm = new MakeForm(services);
        this.readForm = new ReadForm(services.formats());
        this.initial = new Initial(services.formats(), services.clock());
    }

    @Override
    public String path() {
        return "/r/{type}/new";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        RecordType type = type(visit);
        return show(visit, type, Ids.next(), initial.values(type, visit), false, List.of());
    }

    @Override
    public Reply post(Visit visit) {
        RecordType type = type(visit);
        String sentId = visit.param("_id");
        UUID id = sentId == null ? Ids.next() : Request.id(sentId);
        Optional<Row> made = services.records().find(visit.actor(), type.name(), id);
        if (made.isPresent()) {
            return done(visit, made.get());
        }
        ReadForm.Typed typed = readForm.read(type, visit);
        if (!typed.errors().isEmpty()) {
            return refuse(visit, type, id, 422, null, typed.errors());
        }
        try {
            Draft draft = new Draft(type.name(), id, null, typed.values(), null);
            return done(visit, services.records().create(visit.actor(), draft));
        } catch (ProblemException problem) {
            Optional<Row> meanwhile = services.records().find(visit.actor(), type.name(), id);
            if (meanwhile.isPresent()) {
                return done(visit, meanwhile.get());
            }
            return refuse(visit, type, id, problem);
        }
    }

    private RecordType type(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        if (!visit.actor().may(type.permission("create"))) {
            throw ProblemException.forbidden(type.permission("create"));
        }
        return type;
    }

    private static Reply done(Visit visit, Row row) {
        String back = visit.param("_back");
        String to = back == null || back.isEmpty() ? "/r/" + row.type().name() + "/" + row.id() : SignIn.ours(back);
        return new Reply.Redirect(to, Text.of("web.created", row.type().one()));
    }

    private Reply refuse(Visit visit, RecordType type, UUID id, ProblemException problem) {
        if (problem.status() != 422 && problem.status() != 409) {
            throw problem;
        }
        Map<String, Text> errors = new LinkedHashMap<>();
        problem.fields().forEach(it -> errors.put(it.field(), it.text()));
        return refuse(visit, type, id, problem.status(), problem.fields().isEmpty() ? problem.text() : null, errors);
    }

    private Reply refuse(
            Visit visit, RecordType type, UUID id, int status, @Nullable Text whole, Map<String, Text> errors) {
        visit.status(status);
        return show(visit, type, id, Map.of(), true, Problems.of(visit, whole, errors));
    }

    private Reply show(
            Visit visit,
            RecordType type,
            UUID id,
            Map<String, ?> values,
            boolean typed,
            List<FormView.Problem> problems) {
        List<Option> hidden = new ArrayList<>(List.of(new Option("_id", id.toString())));
        String back = visit.param("_back");
        if (back != null) {
            hidden.add(new Option("_back", back));
        }
        String title = visit.t("web.new-one", visit.t(type.one()));
        FormView view = new FormView(
                visit,
                title,
                "",
                "/r/" + type.name() + "/new",
                visit.t("web.create"),
                back == null ? "/r/" + type.name() : SignIn.ours(back),
                hidden,
                problems,
                makeForm.sections(type, visit, values, typed, Problems.byField(problems), false),
                null);
        return new Reply.Show(
                Text.of("web.new-one", type.one()),
                List.of(new Reply.Crumb(type.many(), "/r/" + type.name())),
                TEMPLATES.formPage(Objects.requireNonNull(view)));
    }
}
