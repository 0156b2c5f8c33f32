package org.weir.web.importing;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Job;
import org.weir.records.api.Imports;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Reading;
import org.weir.records.api.RecordType;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Services;

/** {@code /r/TYPE/import} and {@code /imports/ID}: a file on its way into records, step by step, and back again. */
public final class ImportPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int EARLIER = 20;
    private static final int NAME = 80;

    private final Services services;
    private final Imports imports;
    private final MakeColumns makeColumns;
    private final ListRows listRows;

    public ImportPages(Services services) {
        this.services = services;
        this.imports = services.imports();
        this.makeColumns = new MakeColumns(services.types());
        this.listRows = new ListRows(imports);
    }

    public List<Page> pages() {
        return List.of(
                Handled.form("/r/{type}/import", Page.SIGNED_IN, this::file, this::upload),
                Handled.show("/imports/{id}", Page.SIGNED_IN, this::step),
                Handled.act("/imports/{id}/reading", Page.SIGNED_IN, ImportPages::own, this::reading),
                Handled.act("/imports/{id}/columns", Page.SIGNED_IN, ImportPages::own, this::columns),
                Handled.act("/imports/{id}/run", Page.SIGNED_IN, ImportPages::own, visit -> begin(visit, imports::run)),
                Handled.act(
                        "/imports/{id}/undo", Page.SIGNED_IN, ImportPages::own, visit -> begin(visit, imports::undo)),
                Handled.show("/imports/{id}/errors", Page.SIGNED_IN, this::errors));
    }

    private static String own(Visit visit) {
        return "/imports/" + visit.path("id");
    }

    /** Work on a batch; who asks twice, or too late, is shown how things are. */
    private static Reply begin(Visit visit, BiConsumer<Actor, UUID> work) {
        try {
            work.accept(visit.actor(), visit.pathId("id"));
            return new Reply.Redirect(own(visit), null);
        } catch (ProblemException refused) {
            if (refused.status() != 409 && refused.status() != 422) {
                throw refused;
            }
            return new Reply.Redirect(own(visit), refused.text());
        }
    }

    private RecordType type(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        if (!visit.actor().may(type.permission("import"))) {
            throw ProblemException.forbidden(type.permission("import"));
        }
        return type;
    }

    private Reply file(Visit visit) {
        return file(visit, type(visit), "");
    }

    private Reply file(Visit visit, RecordType type, String error) {
        List<Batch> earlier = imports.recent(visit.actor(), type.name(), EARLIER);
        return new Reply.Show(
                Text.of("transfer.import.title", type.many()),
                List.of(new Crumb(type.many(), "/r/" + type.name())),
                TEMPLATES.importingFile(visit, type, earlier, error));
    }

    private Reply upload(Visit visit) throws IOException {
        RecordType type = type(visit);
        Visit.Upload sent = visit.upload("file");
        if (sent == null) {
            visit.status(422);
            return file(visit, type, visit.t("transfer.file.none"));
        }
        try (InputStream content = sent.open()) {
            Batch batch = imports.upload(visit.actor(), type.name(), sent.fileName(), content);
            return new Reply.Redirect("/imports/" + batch.id(), null);
        } catch (ProblemException refused) {
            if (refused.status() == 403) {
                throw refused;
            }
            visit.status(refused.status());
            return file(visit, type, said(visit, refused));
        }
    }

    private static String said(Visit visit, ProblemException refused) {
        return visit.t(
                refused.fields().isEmpty()
                        ? refused.text()
                        : refused.fields().get(0).text());
    }

    private Reply step(Visit visit) {
        Batch batch = imports.find(visit.actor(), visit.pathId("id"));
        Job job = job(batch).orElse(null);
        return switch (step(batch, job, visit.param("step"))) {
            case READING -> showReading(visit, batch, "");
            case COLUMNS -> showColumns(visit, batch, batch.mapping(), Map.of());
            case WORKING -> show(visit, batch, view -> TEMPLATES.importingWorking(view));
            case TRIAL -> show(visit, batch, view -> TEMPLATES.importingTrial(view, rows(visit, view)));
            case RESULT -> show(visit, batch, view -> TEMPLATES.importingResult(view, rows(visit, view)));
        };
    }

    private ImportView.Rows rows(Visit visit, ImportView view) {
        return listRows.list(visit, view.type(), view.batch());
    }

    private Optional<Job> job(Batch batch) {
        UUID job = batch.job();
        return job == null ? Optional.empty() : services.jobs().find(job);
    }

    private static Step step(Batch batch, @Nullable Job job, @Nullable String wanted) {
        return Step.of(batch, begun(job), wanted);
    }

    /** A trial run writes nothing, whatever became of it. */
    private static boolean begun(@Nullable Job job) {
        return job == null || !job.title().key().equals("import.job.check");
    }

    private Reply show(Visit visit, Batch batch, Function<ImportView, Content> template) {
        Job job = job(batch).orElse(null);
        return show(batch, view(visit, batch, "", step(batch, job, null)), template);
    }

    private Reply show(Batch batch, ImportView view, Function<ImportView, Content> template) {
        RecordType type = view.type();
        return new Reply.Show(
                Text.of("transfer.import.of", MakeColumns.shortened(batch.fileName())),
                List.of(
                        new Crumb(type.many(), "/r/" + type.name()),
                        new Crumb(Text.of("web.import"), "/r/" + type.name() + "/import")),
                template.apply(view));
    }

    private ImportView view(Visit visit, Batch batch, String error, Step step) {
        Job job = job(batch).orElse(null);
        RecordType type = services.types().get(batch.type());
        return new ImportView(visit, type, batch, step.shown(batch), job, begun(job), error);
    }

    private Reply showReading(Visit visit, Batch batch, String error) {
        ImportView view = view(visit, batch, error, Step.READING);
        List<Charsets.Offer> charsets = batch.reading().charset().isEmpty()
                ? List.of()
                : Charsets.around(batch.reading().charset(), visit);
        return show(batch, view, it -> TEMPLATES.importingReading(it, charsets));
    }

    /** Reads the file another way; shows it again, or goes on. */
    private Reply reading(Visit visit) {
        UUID id = visit.pathId("id");
        Batch batch = imports.find(visit.actor(), id);
        Reading present = batch.reading();
        Reading wanted = new Reading(
                Objects.requireNonNullElse(visit.param("charset"), present.charset()),
                separator(visit.param("delimiter"), present.delimiter()),
                Objects.requireNonNullElse(visit.param("worksheet"), present.worksheet()),
                true);
        try {
            imports.reread(visit.actor(), id, wanted);
        } catch (ProblemException refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            visit.status(422);
            return showReading(visit, batch, said(visit, refused));
        }
        return new Reply.Redirect(own(visit) + (visit.param("next") == null ? "?step=reading" : "?step=columns"), null);
    }

    private static String separator(@Nullable String name, String present) {
        return name == null ? present : name.equals("tab") ? "\t" : name;
    }

    private Reply showColumns(Visit visit, Batch batch, Mapping mapping, Map<String, Text> errors) {
        ImportView view = view(visit, batch, "", Step.COLUMNS);
        ColumnsView columns = makeColumns.make(visit, view.type(), batch, mapping, errors);
        return show(batch, view, it -> TEMPLATES.importingColumns(it, columns));
    }

    /** Keeps what goes where, and tries it out. */
    private Reply columns(Visit visit) {
        UUID id = visit.pathId("id");
        Batch batch = imports.find(visit.actor(), id);
        ReadColumns read = ReadColumns.of(visit, batch.heads().size());
        Map<String, Text> errors = new LinkedHashMap<>(read.errors());
        if (errors.isEmpty()) {
            try {
                imports.map(visit.actor(), id, read.mapping());
                imports.dryRun(visit.actor(), id);
                return new Reply.Redirect(own(visit), null);
            } catch (ProblemException refused) {
                if (refused.status() == 409) {
                    return new Reply.Redirect(own(visit), refused.text());
                }
                if (refused.status() != 422) {
                    throw refused;
                }
                refused.fields().forEach(it -> errors.put(it.field(), it.text()));
                if (errors.isEmpty()) {
                    errors.put("", refused.text());
                }
            }
        }
        visit.status(422);
        return showColumns(visit, batch, read.mapping(), errors);
    }

    private Reply errors(Visit visit) throws IOException {
        UUID id = visit.pathId("id");
        String name = imports.find(visit.actor(), id).fileName().replaceFirst("\\.[^.]{1,5}$", "");
        return new Reply.Download(
                imports.errorFile(visit.actor(), id),
                (name.length() > NAME ? name.substring(0, NAME) : name) + "-errors.csv",
                "text/csv;charset=utf-8");
    }
}
