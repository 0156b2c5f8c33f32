package org.weir.rest.transfer;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Exports;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;
import org.weir.rest.record.Kit;

/** Export of a list in the background, and its file. */
public final class ExportResource {
    private final Kit kit;
    private final Exports exports;

    public ExportResource(Kit kit, Exports exports) {
        this.kit = kit;
        this.exports = exports;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/{type}/exports", "export", this::start)
                        .needs("{type}:export")
                        .reads(new Shape.Of(Wanted.class))
                        .gives(202, new Shape.Of(Begun.class)),
                Route.of("GET", "/exports/{id}", "downloadExport", this::download)
                        .needs(Route.SIGNED_IN)
                        .givesFile()
                        .refuses(404, 409));
    }

    /** The list as filtered; no fields: all of them. */
    record Wanted(
            @Nullable String filter,
            @Nullable String q,
            @Nullable String sort,
            List<String> fields,
            @Needed Exports.Format format) {}

    /** The job, and where the file will be when it is done. */
    record Begun(UUID id, String href, String file) {}

    private Answer start(Call call) {
        RecordType type = kit.types().get(call.variable("type"));
        Wanted wanted = call.body(Wanted.class);
        List<String> fields = wanted.fields().isEmpty()
                ? type.fields().stream().map(Field::name).toList()
                : wanted.fields();
        for (String field : fields) {
            if (type.field(field) == null
                    && kit.types().computed(type).stream()
                            .noneMatch(it -> it.name().equals(field))) {
                throw ProblemException.badRequest(Text.of("rest.problem.field-unknown", field, type.name()));
            }
        }
        UUID job = exports.start(
                call.actor(), kit.query(type, wanted.filter(), wanted.q(), wanted.sort()), fields, wanted.format());
        String href = "/api/jobs/" + job;
        return call.answer(202, new Begun(job, href, "/api/exports/" + job)).with("Location", href);
    }

    private Answer download(Call call) throws IOException {
        Exports.Download file = exports.download(call.actor(), call.id("id"));
        return Answer.file(file.file(), file.name(), file.contentType());
    }
}
