package org.weir.web.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.web.api.Visit;

/** What is wrong with a form, said in the reader's language. */
final class Problems {
    private Problems() {}

    static List<FormView.Problem> of(Visit visit, @Nullable Text whole, Map<String, Text> errors) {
        List<FormView.Problem> result = new ArrayList<>();
        if (whole != null) {
            result.add(new FormView.Problem("", visit.t(whole)));
        }
        errors.forEach((field, text) -> result.add(new FormView.Problem(field, visit.t(text))));
        return result;
    }

    static Map<String, String> byField(List<FormView.Problem> problems) {
        Map<String, String> result = new HashMap<>();
        problems.forEach(it -> result.merge(it.field(), it.text(), (one, other) -> one + " " + other));
        return result;
    }
}
