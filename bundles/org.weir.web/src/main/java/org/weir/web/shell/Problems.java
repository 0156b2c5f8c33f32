package org.weir.web.shell;

import gg.jte.Content;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Records.StaleException;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;

/** Says what went wrong, without telling what is inside; the reference leads IT to the log. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int OURS = 500;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param heading the kind of problem in a few words
     * @param detail what exactly, or how to go on; empty for nothing
     * @param fields what is wrong with which field
     */
    record Problem(int status, String heading, String detail, List<String> fields, String reference) {}

    Problem of(Visit visit, Throwable failure) {
        String reference = reference();
        if (failure instanceof StaleException) {
            LOG.debug("{} stale", reference);
            return new Problem(409, heading(visit, 409), visit.t("web.error.stale"), List.of(), reference);
        }
        if (failure instanceof ProblemException problem && problem.status() < OURS) {
            LOG.debug("{} {}", reference, problem.getMessage());
            return known(visit, problem, reference);
        }
        if (failure instanceof ProblemException problem) {
            LOG.warn("{} {}", reference, problem.getMessage());
            return known(visit, problem, reference);
        }
        LOG.error("{} failed", reference, failure);
        return new Problem(OURS, heading(visit, OURS), visit.t("web.error.500.detail"), List.of(), reference);
    }

    private static Problem known(Visit visit, ProblemException problem, String reference) {
        List<String> fields = problem.fields().stream()
                .map(it -> (it.field().isEmpty() ? "" : it.field() + ": ") + visit.t(it.text()))
                .toList();
        return new Problem(
                problem.status(), heading(visit, problem.status()), visit.t(problem.text()), fields, reference);
    }

    private static String heading(Visit visit, int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 503 -> visit.t("web.error." + status);
            default -> visit.t(status < OURS ? "web.error.400" : "web.error.500");
        };
    }

    private String reference() {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }

    static Content page(Visit visit, Problem problem) {
        return TEMPLATES.shellProblem(
                visit, problem.status(), problem.heading(), problem.detail(), problem.fields(), problem.reference());
    }

    /** For scripts, as RFC 9457 has it. */
    static String json(Problem problem) {
        String detail = problem.fields().isEmpty()
                ? problem.detail()
                : problem.detail() + " " + String.join(" ", problem.fields());
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("title", problem.heading());
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", detail.strip());
            json.writeStringField("instance", problem.reference());
            json.writeEndObject();
        });
    }
}
