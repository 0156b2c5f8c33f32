package org.weir.rest.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Imports;
import org.weir.records.api.RecordTypes;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Plain;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;
import org.weir.rest.http.Upload;

/** Import step by step: upload, look, map, dry run, run, results, error file, undo. */
public final class ImportResource {
    private static final int LARGEST_PAGE = 500;

    private final RecordTypes types;
    private final Imports imports;

    public ImportResource(RecordTypes types, Imports imports) {
        this.types = types;
        this.imports = imports;
    }

    public List<Route> routes() {
        Shape batch = new Shape.Of(Batch.class);
        return List.of(
                Route.of("POST", "/{type}/imports", "import", this::upload)
                        .needs("{type}:import")
                        .takes("string", "fileName")
                        .reads(new Shape.Octets(true), "multipart/form-data")
                        .reads(new Shape.Octets(false), "text/csv", "application/octet-stream", XLSX)
                        .gives(201, batch)
                        .refuses(413, 422),
                Route.of("GET", "/{type}/imports", "listImports", this::recent)
                        .needs("{type}:import")
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Batch.class)),
                Route.of("GET", "/imports/{id}", "readImport", this::find)
                        .needs(Route.SIGNED_IN)
                        .gives(200, batch)
                        .refuses(404),
                Route.of("PUT", "/imports/{id}/reading", "changeReading", this::reread)
                        .needs(Route.SIGNED_IN)
                        .reads(new Shape.Of(Reading.class))
                        .gives(200, batch)
                        .refuses(404, 409, 422),
                Route.of("PUT", "/imports/{id}/mapping", "changeMapping", this::map)
                        .needs(Route.SIGNED_IN)
                        .reads(new Shape.Of(Mapping.class))
                        .gives(200, batch)
                        .refuses(404, 409, 422),
                job("dry-run", "tryImport", call -> imports.dryRun(call.actor(), call.id("id"))),
                job("run", "runImport", call -> imports.run(call.actor(), call.id("id"))),
                job("undo", "undoImport", call -> imports.undo(call.actor(), call.id("id"))),
                Route.of("GET", "/imports/{id}/results", "listImportResults", this::results)
                        .needs(Route.SIGNED_IN)
                        .takes("string", "outcome")
                        .takes("integer", "offset", "limit")
                        .gives(200, new Shape.ItemsOf(Result.class))
                        .refuses(404),
                Route.of("GET", "/imports/{id}/errors", "downloadImportErrors", this::errors)
                        .needs(Route.SIGNED_IN)
                        .givesFile()
                        .refuses(404));
    }

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** How the file is read; what is empty is found out. */
    record Reading(
            @Nullable String charset,
            @Nullable String delimiter,
            @Nullable String worksheet,
            boolean certain) {}

    /**
     * @param columns field to the positions (from 0) of the columns that fill it
     * @param keys fields that together find the record to change; empty: always create
     * @param createMissing reference fields whose missing records are made
     * @param language how numbers and dates are written in the file
     */
    record Mapping(
            @Needed Map<String, List<Integer>> columns,
            List<String> keys,
            List<String> createMissing,
            @Nullable String language,
            @Nullable String currency) {}

    /** An upload and how far it is; {@code job} is the one under way or the last. */
    record Batch(
            UUID id,
            String type,
            String fileName,
            Imports.State state,
            Reading reading,
            List<String> worksheets,
            List<String> heads,
            List<List<String>> preview,
            Mapping mapping,
            Map<Imports.Outcome, Long> counts,
            long rows,
            @Nullable Started job,
            @Nullable Text message,
            Instant createdAt) {}

    /** A job. */
    record Started(UUID id, String href) {
        static Started of(UUID job) {
            return new Started(job, "/api/jobs/" + job);
        }
    }

    /** What became of one row; {@code field} and {@code reason} when it was not taken. */
    record Result(
            long line,
            Imports.Outcome outcome,
            @Nullable UUID record,
            String title,
            @Nullable String field,
            @Nullable Text reason) {}

    private interface Begin {
        UUID job(Call call);
    }

    private static Route job(String verb, String operation, Begin begin) {
        return Route.of("POST", "/imports/{id}/" + verb, operation, call -> {
                    Started started = Started.of(begin.job(call));
                    return call.answer(202, started).with("Location", started.href());
                })
                .needs(Route.SIGNED_IN)
                .gives(202, new Shape.Of(Started.class))
                .refuses(404, 409, 422);
    }

    private Answer upload(Call call) throws IOException {
        Upload upload = call.upload();
        String name = call.param("fileName", upload.fileName());
        if (name.isEmpty()) {
            throw ProblemException.badRequest(Text.of("rest.problem.file-name"));
        }
        String type = types.get(call.variable("type")).name();
        try (InputStream content = upload.open()) {
            Imports.Batch batch = imports.upload(call.actor(), type, name, content);
            return call.answer(201, shown(batch)).with("Location", "/api/imports/" + batch.id());
        }
    }

    private Answer recent(Call call) {
        String type = types.get(call.variable("type")).name();
        int limit = call.number("limit", 20, 1, 100);
        return call.answer(new Items<>(imports.recent(call.actor(), type, limit).stream()
                .map(ImportResource::shown)
                .toList()));
    }

    private Answer find(Call call) {
        return call.answer(shown(imports.find(call.actor(), call.id("id"))));
    }

    private Answer reread(Call call) {
        Reading reading = call.body(Reading.class);
        return call.answer(shown(imports.reread(
                call.actor(),
                call.id("id"),
                new Imports.Reading(
                        text(reading.charset()), text(reading.delimiter()), text(reading.worksheet()), true))));
    }

    private Answer map(Call call) {
        Mapping mapping = call.body(Mapping.class);
        return call.answer(shown(imports.map(
                call.actor(),
                call.id("id"),
                new Imports.Mapping(
                        mapping.columns(),
                        mapping.keys(),
                        mapping.createMissing(),
                        mapping.language() == null ? call.locale().toLanguageTag() : mapping.language(),
                        text(mapping.currency())))));
    }

    private Answer results(Call call) {
        int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        int limit = call.number("limit", 100, 1, LARGEST_PAGE);
        return call.answer(new Items<>(
                imports.results(call.actor(), call.id("id"), outcome(call.param("outcome")), offset, limit).stream()
                        .map(ImportResource::shown)
                        .toList()));
    }

    private static Imports.@Nullable Outcome outcome(@Nullable String name) {
        if (name == null) {
            return null;
        }
        for (Imports.Outcome outcome : Imports.Outcome.values()) {
            if (Plain.name(outcome).equals(name)) {
                return outcome;
            }
        }
        throw ProblemException.badRequest(Text.of("rest.problem.parameter-malformed", "outcome"));
    }

    private Answer errors(Call call) throws IOException {
        Imports.Batch batch = imports.find(call.actor(), call.id("id"));
        String name = batch.fileName().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "") + "-errors.csv";
        return Answer.file(imports.errorFile(call.actor(), batch.id()), name, "text/csv; charset=utf-8");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Result shown(Imports.RowResult row) {
        String field = row.field().isEmpty() ? null : row.field();
        return new Result(row.line(), row.outcome(), row.record(), row.title(), field, row.reason());
    }

    private static Batch shown(Imports.Batch batch) {
        Imports.Reading reading = batch.reading();
        Imports.Mapping mapping = batch.mapping();
        return new Batch(
                batch.id(),
                batch.type(),
                batch.fileName(),
                batch.state(),
                new Reading(reading.charset(), reading.delimiter(), reading.worksheet(), reading.certain()),
                batch.worksheets(),
                batch.heads(),
                batch.preview(),
                new Mapping(
                        mapping.columns(),
                        mapping.keys(),
                        mapping.createMissing(),
                        mapping.language(),
                        mapping.currency()),
                batch.counts(),
                batch.rows(),
                batch.job() == null ? null : Started.of(batch.job()),
                batch.message(),
                batch.createdAt());
    }
}
