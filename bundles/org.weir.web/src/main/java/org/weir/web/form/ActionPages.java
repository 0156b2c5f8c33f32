package org.weir.web.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Action.Done;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.form.FormView.Option;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;
import org.weir.web.shell.Flash;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/**
 * Actions: on one record ({@code /r/TYPE/ID/act/NAME}), on the rows selected or the list as filtered ({@code
 * /r/TYPE/act/NAME}); with a form first when the action asks for something.
 */
public final class ActionPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Services services;
    private final MakeForm makeForm;
    private final ReadForm readForm;
    private final Initial initial;
    private final Once once = new Once();

    public ActionPages(Services services) {
        this.services = services;
        this.makeForm = new MakeForm(services);
        this.readForm = new ReadForm(services.formats());
        this.initial = new Initial(services.formats(), services.clock());
    }

    public List<Page> pages() {
        return List.of(new At("/r/{type}/{id}/act/{action}", true), new At("/r/{type}/act/{action}", false));
    }

    private final class At implements Page {
        private final String path;
        private final boolean one;

        At(String path, boolean one) {
            this.path = path;
            this.one = one;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String permission() {
            return SIGNED_IN;
        }

        @Override
        public Reply get(Visit visit) {
            Task task = task(visit);
            return form(visit, task, initial.values(task.input(), visit), false, List.of());
        }

        @Override
        public Reply post(Visit visit) {
            Task task = task(visit);
            boolean asks = !task.input().fields().isEmpty();
            if (asks && visit.param("_filled") == null) {
                return form(visit, task, initial.values(task.input(), visit), false, List.of());
            }
            return run(visit, task);
        }

        private Task task(Visit visit) {
            RecordType type = services.types().get(visit.path("type"));
            Action action = services.types().actions(type).stream()
                    .filter(it -> it.name().equals(visit.path("action")))
                    .findFirst()
                    .orElseThrow(ProblemException::notFound);
            if (!visit.actor().may(type.permission(action.name()))) {
                throw ProblemException.forbidden(type.permission(action.name()));
            }
            if (one) {
                services.records().read(visit.actor(), type.name(), visit.pathId("id"));
            }
            List<UUID> ids = one
                    ? List.of(visit.pathId("id"))
                    : visit.params("id").stream().map(Request::id).distinct().toList();
            return new Task(type, action, services.types().input(action), ids, one ? null : query(visit, type, ids));
        }
    }

    private record Task(
            RecordType type,
            Action action,
            RecordType input,
            List<UUID> ids,
            @Nullable Query query) {
        Text label() {
            return Text.of("record." + action.type() + ".action." + action.name());
        }

        String back() {
            return query == null ? "/r/" + type.name() + "/" + ids.get(0) : "/r/" + type.name();
        }

        String url() {
            return (query == null ? back() : "/r/" + type.name()) + "/act/" + action.name();
        }
    }

    private Query query(Visit visit, RecordType type, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            return Query.all(type.name());
        }
        return new Query(
                type.name(),
                services.filters().parse(visit.param("filter")),
                Objects.requireNonNullElse(visit.param("q"), ""),
                List.of(),
                50,
                null,
                null);
    }

    private Reply run(Visit visit, Task task) {
        String token = visit.param("_once");
        if (token != null && !once.first(token)) {
            return new Reply.Redirect(task.back(), Text.of("web.done-already"));
        }
        ReadForm.Typed typed = readForm.read(task.input(), visit);
        if (!typed.errors().isEmpty()) {
            once.forget(token);
            visit.status(422);
            return form(visit, task, Map.of(), true, Problems.of(visit, null, typed.errors()));
        }
        try {
            Query query = task.ids().isEmpty() ? task.query() : null;
            Done done = services.actions()
                    .run(visit.actor(), task.type().name(), task.action().name(), task.ids(), query, typed.values());
            return done(visit, task, done);
        } catch (ProblemException problem) {
            once.forget(token);
            return refused(visit, task, problem);
        }
    }

    private static Reply done(Visit visit, Task task, Done done) {
        String back = visit.param("_back");
        String home = back == null || back.isEmpty() ? task.back() : SignIn.ours(back);
        if (done.job() != null) {
            return new Reply.Redirect(
                    Urls.of("/jobs/" + done.job()).with("back", home).toString(), done.message());
        }
        boolean opens = done.openType() != null && done.openId() != null;
        return new Reply.Redirect(opens ? "/r/" + done.openType() + "/" + done.openId() : home, done.message());
    }

    private Reply refused(Visit visit, Task task, ProblemException problem) {
        if (problem.status() != 422 && problem.status() != 409) {
            throw problem;
        }
        if (task.input().fields().isEmpty()) {
            ((Request) visit).flash(new Flash(visit.t(problem.text()), "bad", "", ""));
            return new Reply.Redirect(task.back(), null);
        }
        visit.status(problem.status());
        Map<String, Text> errors = new LinkedHashMap<>();
        problem.fields().forEach(it -> errors.put(it.field(), it.text()));
        Text whole = problem.fields().isEmpty() ? problem.text() : null;
        return form(visit, task, Map.of(), true, Problems.of(visit, whole, errors));
    }

    private Reply form(Visit visit, Task task, Map<String, ?> values, boolean typed, List<FormView.Problem> problems) {
        List<Option> hidden = new ArrayList<>();
        hidden.add(new Option("_filled", "1"));
        hidden.add(new Option("_once", UUID.randomUUID().toString()));
        if (task.query() != null) {
            task.ids().forEach(it -> hidden.add(new Option("id", it.toString())));
            for (String name : List.of("filter", "q")) {
                String value = visit.param(name);
                if (value != null) {
                    hidden.add(new Option(name, value));
                }
            }
        }
        String on = task.ids().size() > 1 ? visit.t("web.on-records", task.ids().size()) : title(visit, task);
        FormView view = new FormView(
                visit,
                visit.t(task.label()),
                on,
                task.url(),
                visit.t(task.label()),
                task.back(),
                hidden,
                problems,
                makeForm.sections(task.input(), visit, values, typed, Problems.byField(problems), false),
                null);
        return new Reply.Show(
                task.label(),
                List.of(new Crumb(task.type().many(), "/r/" + task.type().name())),
                TEMPLATES.formPage(view));
    }

    private String title(Visit visit, Task task) {
        if (task.ids().size() != 1) {
            return "";
        }
        UUID id = task.ids().get(0);
        return services.records()
                .titles(visit.actor(), task.type().name(), task.ids())
                .getOrDefault(id, "");
    }
}
