package org.weir.web.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.weir.base.api.ProblemException;
import org.weir.web.api.Visit;

/** What a service refused, by field; empty for the whole. */
final class Errors {
    private Errors() {}

    /** Sets the status of the answer too. @throws ProblemException when it is nothing that a form can show */
    static Map<String, String> of(Visit visit, ProblemException refused) {
        if (refused.status() != 422 && refused.status() != 409) {
            throw refused;
        }
        visit.status(refused.status());
        Map<String, String> result = new LinkedHashMap<>();
        refused.fields().forEach(it -> result.merge(it.field(), visit.t(it.text()), (one, other) -> one + " " + other));
        if (result.isEmpty()) {
            result.put("", visit.t(refused.text()));
        }
        return result;
    }
}
