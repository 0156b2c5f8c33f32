package org.weir.rest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;

/** Says what went wrong as {@code application/problem+json} (RFC 9457), in the reader's language. */
public final class Problems {
    /** What {@link Text} keys become behind this is the problem's type. */
    public static final String TYPES = "urn:weir:";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    /** A problem whose body carries more, as the stored record beside a stale version. */
    public static final class Enriched extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ProblemException problem;
        private final transient Answer.Body members;

        /** @param members writes further members of the problem's object */
        public Enriched(ProblemException problem, Answer.Body members) {
            super(problem);
            this.problem = problem;
            this.members = members;
        }
    }

    Answer answer(Throwable failure, Locale locale, Incoming incoming) {
        if (failure instanceof Enriched enriched) {
            return problem(enriched.problem, enriched.members, locale, incoming);
        }
        if (failure instanceof ProblemException problem) {
            return problem(problem, null, locale, incoming);
        }
        UUID reference = UUID.randomUUID();
        if (databaseAway(failure)) {
            LOG.warn("{} {}: {}", incoming.method(), incoming.request().getRequestURI(), failure.toString());
            return problem(
                    new ProblemException(503, Text.of("rest.problem.unavailable"), List.of()), null, locale, incoming);
        }
        LOG.error(
                "{} {} failed, reference {}",
                incoming.method(),
                incoming.request().getRequestURI(),
                reference,
                failure);
        Text text = Text.of("rest.problem.unexpected", reference.toString());
        return answer(new ProblemException(500, text, List.of()), reference, null, locale);
    }

    private static boolean databaseAway(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private Answer problem(ProblemException problem, Answer.@Nullable Body members, Locale locale, Incoming incoming) {
        UUID reference = UUID.randomUUID();
        LOG.debug(
                "{} {} refused, reference {}",
                incoming.method(),
                incoming.request().getRequestURI(),
                reference,
                problem);
        Answer answer = answer(problem, reference, members, locale);
        if (problem.status() == 401 && !incoming.fromScript()) {
            answer.with("WWW-Authenticate", "Basic realm=\"Weir\", charset=\"UTF-8\"");
        }
        if (problem.status() == 503 || problem.status() == 429) {
            answer.with("Retry-After", retryAfter(problem));
        }
        return answer;
    }

    /** A refusal that names the seconds to wait has them as the first argument of its text. */
    private static String retryAfter(ProblemException problem) {
        List<Object> args = problem.text().args();
        if (!args.isEmpty() && args.get(0) instanceof Long seconds) {
            return seconds.toString();
        }
        return problem.status() == 503 ? "5" : "60";
    }

    private Answer answer(ProblemException problem, UUID reference, Answer.@Nullable Body members, Locale locale) {
        Answer.Body body = json -> {
            json.writeStartObject();
            json.writeStringField("type", TYPES + problem.text().key());
            json.writeStringField("title", title(problem.status(), locale));
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", texts.text(locale, problem.text()));
            json.writeStringField("instance", "urn:uuid:" + reference);
            writeErrors(json, problem.fields(), locale);
            if (members != null) {
                members.write(json);
            }
            json.writeEndObject();
        };
        return Answer.json(problem.status(), body)
                .with("Content-Type", "application/problem+json")
                .with("Content-Language", locale.toLanguageTag());
    }

    private String title(int status, Locale locale) {
        return texts.find(locale, "rest.status." + status)
                .orElseGet(() -> texts.text(locale, status < 500 ? "rest.status.400" : "rest.status.500"));
    }

    private void writeErrors(JsonGenerator json, List<ProblemException.At> errors, Locale locale) throws IOException {
        if (errors.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("errors");
        for (ProblemException.At error : errors) {
            json.writeStartObject();
            json.writeStringField("field", error.field());
            String pointer = error.field().replace("~", "~0");
            json.writeStringField("pointer", pointer.isEmpty() ? "" : "/" + pointer);
            json.writeStringField("detail", texts.text(locale, error.text()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
