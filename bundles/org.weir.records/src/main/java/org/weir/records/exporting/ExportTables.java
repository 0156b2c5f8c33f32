package org.weir.records.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.records.api.Exports;
import org.weir.records.api.Field;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.kit.RecordKit;
import org.weir.records.sheet.KeptFiles;
import org.weir.records.sheet.SheetException;
import org.weir.records.sheet.SheetWriter;

/** Starts exports and keeps their files for a day. */
@Component
public final class ExportTables implements Exports {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Records records;
    private final RecordTypes types;
    private final Texts texts;
    private final Jobs jobs;
    private final Function<UUID, Actor> actors;
    private final Audit audit;
    private final Clock clock;
    private final KeptFiles files;
    private final ExportStore store;
    private final WriteRows writer;

    @Activate
    public ExportTables(
            @Reference RecordKit kit,
            @Reference Records records,
            @Reference Jobs jobs,
            @Reference Access access,
            @Reference Audit audit)
            throws IOException {
        this(kit, records, jobs, access::actor, audit);
    }

    /** @param actors who a user is by now */
    public ExportTables(RecordKit kit, Records records, Jobs jobs, Function<UUID, Actor> actors, Audit audit)
            throws IOException {
        this.records = records;
        this.types = kit.types();
        this.texts = kit.texts();
        this.jobs = jobs;
        this.actors = actors;
        this.audit = audit;
        this.clock = kit.clock();
        this.files = new KeptFiles(kit.database(), clock);
        this.store = new ExportStore(kit.database());
        this.writer = new WriteRows(records, kit.formats(), texts);
    }

    @Deactivate
    void close() throws IOException {
        files.close();
    }

    @Override
    public UUID start(Actor actor, Query query, List<String> names, Format format) {
        RecordType type = allowed(actor, query.type());
        List<Field> fields = fields(type, names);
        records.list(
                Narrowing.toExport(actor, type),
                new Query(query.type(), query.filter(), query.q(), query.sort(), 1, null, null));
        store.dropBefore(clock.instant().minus(KEPT)).forEach(files::drop);
        audit.note(actor, "export.started", type.name() + " " + query.q(), "");
        return jobs.submit(Text.of("export.job", type.many()), actor.user(), progress -> {
            Actor fresh = actors.apply(actor.user());
            return run(fresh, allowed(fresh, type.name()), query, fields, format, progress);
        });
    }

    private RecordType allowed(Actor actor, String typeName) {
        RecordType type = types.get(typeName);
        String permission = type.permission("export");
        if (!actor.may(permission)) {
            throw ProblemException.forbidden(permission);
        }
        return type;
    }

    private static List<Field> fields(RecordType type, List<String> names) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field = type.field(name);
            if (field == null) {
                throw ProblemException.badRequest(Text.of("export.problem.field", name));
            }
            fields.add(field);
        }
        return fields.isEmpty() ? type.fields() : fields;
    }

    private Text run(Actor actor, RecordType type, Query query, List<Field> fields, Format format, Progress progress)
            throws IOException {
        String many = texts.text(actor.locale(), type.many());
        Path file = files.scratch();
        try {
            long rows;
            OutputStream out = Files.newOutputStream(file);
            try (SheetWriter table = format == Format.CSV ? SheetWriter.csv(out, true) : SheetWriter.xlsx(out, many)) {
                rows = writer.write(
                        Narrowing.toExport(actor, type), type, query, fields, table, format == Format.XLSX, progress);
            }
            UUID id = Ids.next();
            files.keep(id, file);
            String name = (many + " " + LocalDate.ofInstant(clock.instant(), actor.zone()))
                    .replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "-");
            store.add(
                    progress.jobId(),
                    actor.user(),
                    format == Format.CSV
                            ? new ExportStore.Kept(id, name + ".csv", CSV)
                            : new ExportStore.Kept(id, name + ".xlsx", XLSX),
                    clock.instant());
            return Text.of("export.done", rows);
        } catch (SheetException e) {
            throw new ProblemException(422, Text.of("export.problem.too-large-for-xlsx"), List.of());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Download download(Actor actor, UUID job) throws IOException {
        Instant since = clock.instant().minus(KEPT);
        ExportStore.Kept kept = store.find(job, actor.user(), since).orElseThrow(ProblemException::notFound);
        return new Download(files.copy(kept.file()), kept.name(), kept.contentType());
    }
}
