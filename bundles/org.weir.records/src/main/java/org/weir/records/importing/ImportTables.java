package org.weir.records.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Region;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Imports;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.kit.RecordKit;
import org.weir.records.sheet.KeptFiles;
import org.weir.records.sheet.SheetException;
import org.weir.records.sheet.SheetTable;

/** Keeps uploads as batches and starts what is done with them. */
@Component
public final class ImportTables implements Imports {
    private static final Reading FIND_OUT = new Reading("", "", "", true);
    private static final Set<State> WORKING = EnumSet.of(State.CHECKING, State.RUNNING, State.UNDOING);
    private static final Set<State> RESTING = EnumSet.complementOf(EnumSet.copyOf(WORKING));

    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<Region> regions = List.of();

    private final RecordTypes types;
    private final Jobs jobs;
    private final Function<UUID, Actor> actors;
    private final Audit audit;
    private final Clock clock;
    private final KeptFiles files;
    private final ImportStore store;
    private final ReadUpload reader = new ReadUpload();
    private final GuessMapping guesses;
    private final RunImport importer;
    private final UndoImport undoer;
    private final ErrorFile errors;

    @Activate
    public ImportTables(
            @Reference RecordKit kit,
            @Reference Records records,
            @Reference Jobs jobs,
            @Reference Access access,
            @Reference Audit audit)
            throws IOException {
        this(kit, records, jobs, access::actor, audit);
    }

    /** @param actors who a user is by now */
    ImportTables(RecordKit kit, Records records, Jobs jobs, Function<UUID, Actor> actors, Audit audit)
            throws IOException {
        this.types = kit.types();
        this.jobs = jobs;
        this.actors = actors;
        this.audit = audit;
        this.clock = kit.clock();
        this.files = new KeptFiles(kit.database(), clock);
        this.store = new ImportStore(kit.database());
        this.guesses = new GuessMapping(kit.texts(), kit.formats(), this::currency);
        this.importer = new RunImport(kit, records, store);
        this.undoer = new UndoImport(kit, records, store);
        this.errors = new ErrorFile(store, kit.texts());
    }

    /** That of the region somebody works in, or of the only one here; empty when there is no telling. */
    private String currency(Actor actor) {
        List<Region> theirs = regions.stream()
                .filter(it -> actor.regions().contains(it.code()))
                .toList();
        List<Region> all = theirs.isEmpty() && actor.regions().isEmpty() ? regions : theirs;
        return all.size() == 1 ? all.get(0).currency().getCurrencyCode() : "";
    }

    @Deactivate
    void close() throws IOException {
        files.close();
    }

    @Override
    public Batch upload(Actor actor, String typeName, String fileName, InputStream content) throws IOException {
        RecordType type = allowed(actor, typeName);
        Path file = ReceiveUpload.receive(content, files);
        try {
            ReadUpload.Look look = reader.look(file, FIND_OUT);
            UUID id = Ids.next();
            Batch batch = new Batch(
                    id,
                    type.name(),
                    ReceiveUpload.plainName(fileName),
                    State.UPLOADED,
                    look.reading(),
                    look.worksheets(),
                    look.heads(),
                    ReceiveUpload.preview(look),
                    mapping(actor, type, look),
                    Map.of(),
                    look.rows(),
                    null,
                    null,
                    clock.instant());
            files.keep(id, file);
            store.add(batch, actor.user());
            return batch;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private RecordType allowed(Actor actor, String typeName) {
        RecordType type = types.get(typeName);
        String permission = type.permission("import");
        if (!actor.may(permission)) {
            throw ProblemException.forbidden(permission);
        }
        return type;
    }

    private Mapping mapping(Actor actor, RecordType type, ReadUpload.Look look) {
        return store.remembered(actor.user(), type.name(), GuessMapping.signature(look.heads()))
                .filter(it -> CheckMapping.fits(type, it, look.heads().size()))
                .orElseGet(() -> guesses.guess(actor, type, look.heads(), look.sample()));
    }

    @Override
    public Batch find(Actor actor, UUID id) {
        return shown(own(actor, id));
    }

    private ImportStore.Kept own(Actor actor, UUID id) {
        ImportStore.Kept kept =
                store.find(id).filter(it -> it.owner().equals(actor.user())).orElseThrow(ProblemException::notFound);
        allowed(actor, kept.batch().type());
        return settled(kept);
    }

    /** A batch whose job ended without saying so (the process died) is not at work. */
    private ImportStore.Kept settled(ImportStore.Kept kept) {
        UUID job = kept.batch().job();
        boolean dead = WORKING.contains(kept.batch().state())
                && job != null
                && jobs.find(job)
                        .map(it -> it.state() == Jobs.State.INTERRUPTED)
                        .orElse(true);
        if (!dead) {
            return kept;
        }
        State now = kept.batch().state() == State.UNDOING ? State.DONE : State.FAILED;
        store.ended(kept.batch().id(), now, Text.of("import.interrupted"));
        return store.find(kept.batch().id()).orElseThrow(ProblemException::notFound);
    }

    private Batch shown(ImportStore.Kept kept) {
        Batch it = kept.batch();
        return new Batch(
                it.id(),
                it.type(),
                it.fileName(),
                it.state(),
                it.reading(),
                it.worksheets(),
                it.heads(),
                it.preview(),
                it.mapping(),
                WORKING.contains(it.state()) ? Map.of() : store.counts(it.id()),
                it.rows(),
                it.job(),
                it.message(),
                it.createdAt());
    }

    @Override
    public List<Batch> recent(Actor actor, String type, int limit) {
        allowed(actor, type);
        return store.recent(actor.user(), type, Math.max(1, Math.min(limit, 100))).stream()
                .map(this::settled)
                .map(this::shown)
                .toList();
    }

    @Override
    public Batch reread(Actor actor, UUID id, Reading reading) {
        ImportStore.Kept kept = changeable(actor, id);
        RecordType type = types.get(kept.batch().type());
        ReadUpload.Look look = reader.look(copy(id), reading);
        Batch old = kept.batch();
        boolean sameHeads = look.heads().equals(old.heads());
        store.clearRows(id);
        store.reread(new Batch(
                id,
                old.type(),
                old.fileName(),
                State.UPLOADED,
                look.reading(),
                look.worksheets(),
                look.heads(),
                ReceiveUpload.preview(look),
                sameHeads ? old.mapping() : mapping(actor, type, look),
                Map.of(),
                look.rows(),
                null,
                null,
                old.createdAt()));
        return find(actor, id);
    }

    private Path copy(UUID id) {
        try {
            return files.copy(id);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One's batch, at rest and with nothing written. */
    private ImportStore.Kept changeable(Actor actor, UUID id) {
        ImportStore.Kept kept = own(actor, id);
        if (WORKING.contains(kept.batch().state())) {
            throw ProblemException.conflict(Text.of("import.problem.working"));
        }
        if (kept.begun()) {
            throw ProblemException.conflict(Text.of("import.problem.begun"));
        }
        return kept;
    }

    @Override
    public Batch map(Actor actor, UUID id, Mapping mapping) {
        ImportStore.Kept kept = changeable(actor, id);
        RecordType type = types.get(kept.batch().type());
        CheckMapping.check(type, mapping, kept.batch().heads().size());
        store.map(id, mapping);
        store.remember(
                actor.user(), type.name(), GuessMapping.signature(kept.batch().heads()), mapping, clock.instant());
        return find(actor, id);
    }

    @Override
    public UUID dryRun(Actor actor, UUID id) {
        Batch batch = mapped(changeable(actor, id));
        advance(id, RESTING, State.CHECKING);
        return start(
                actor,
                batch,
                "import.job.check",
                progress -> {
                    store.clearRows(id);
                    return through(actor.user(), id, true, progress);
                },
                State.CHECKED);
    }

    @Override
    public UUID run(Actor actor, UUID id) {
        ImportStore.Kept kept = own(actor, id);
        Batch batch = mapped(kept);
        boolean goesOn = kept.begun();
        if (goesOn && batch.state() == State.DONE) {
            throw ProblemException.conflict(Text.of("import.problem.begun"));
        }
        advance(id, goesOn ? EnumSet.of(State.CANCELLED, State.FAILED) : RESTING, State.RUNNING);
        audit.note(actor, "import.started", batch.type() + " " + batch.fileName(), "");
        return start(
                actor,
                batch,
                "import.job.run",
                progress -> {
                    if (!goesOn) {
                        store.clearRows(id);
                        store.begun(id, true);
                    }
                    return through(actor.user(), id, false, progress);
                },
                State.DONE);
    }

    private static Batch mapped(ImportStore.Kept kept) {
        if (kept.batch().mapping().columns().isEmpty()) {
            throw new ProblemException(422, Text.of("import.problem.nothing-mapped"), List.of());
        }
        return kept.batch();
    }

    private void advance(UUID id, Set<State> from, State to) {
        if (!store.advance(id, from, to)) {
            throw ProblemException.conflict(Text.of("import.problem.working"));
        }
    }

    private Text through(UUID user, UUID id, boolean dry, Jobs.Progress progress) throws IOException {
        Actor actor = actors.apply(user);
        Batch batch = own(actor, id).batch();
        try (SheetTable table = reader.open(files.copy(id), batch.reading())) {
            return importer.run(actor, batch, table, dry, progress);
        } catch (SheetException e) {
            throw Fault.problem(e);
        }
    }

    @Override
    public UUID undo(Actor actor, UUID id) {
        ImportStore.Kept kept = own(actor, id);
        if (!kept.begun()) {
            throw ProblemException.conflict(Text.of("import.problem.nothing-done"));
        }
        advance(id, EnumSet.of(State.DONE, State.CANCELLED, State.FAILED), State.UNDOING);
        audit.note(
                actor, "import.undone", kept.batch().type() + " " + kept.batch().fileName(), "");
        return start(
                actor,
                kept.batch(),
                "import.job.undo",
                progress -> {
                    Text outcome = undoer.run(actors.apply(actor.user()), kept.batch(), progress);
                    store.begun(id, false);
                    return outcome;
                },
                State.UNDONE);
    }

    private UUID start(Actor actor, Batch batch, String title, Jobs.Body work, State done) {
        RecordType type = types.get(batch.type());
        State stopped = done == State.UNDONE ? State.DONE : State.CANCELLED;
        State broken = done == State.UNDONE ? State.DONE : State.FAILED;
        UUID job = jobs.submit(Text.of(title, type.many(), batch.fileName()), actor.user(), progress -> {
            State end = broken;
            Text message = Text.of("import.failed");
            try {
                message = work.run(progress);
                end = done;
                return message;
            } catch (Jobs.CancelledException e) {
                end = stopped;
                message = Text.of("import.cancelled");
                throw e;
            } catch (ProblemException e) {
                message = e.fields().isEmpty() ? e.text() : e.fields().get(0).text();
                throw e;
            } finally {
                store.ended(batch.id(), end, message);
            }
        });
        store.job(batch.id(), job);
        return job;
    }

    @Override
    public List<RowResult> results(Actor actor, UUID id, @Nullable Outcome outcome, int offset, int limit) {
        own(actor, id);
        return store.results(id, outcome, Math.max(0, offset), Math.max(1, Math.min(limit, 500)));
    }

    @Override
    public Path errorFile(Actor actor, UUID id) throws IOException {
        Batch batch = own(actor, id).batch();
        Path file = files.scratch();
        Locale locale = actor.locale();
        try (SheetTable table = reader.open(files.copy(id), batch.reading())) {
            errors.write(id, types.get(batch.type()), locale, table, file);
        }
        return file;
    }
}
