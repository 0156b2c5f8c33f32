package org.weir.records.query;

import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Refusals of filters, orders and cursors. */
final class Wrong {
    private Wrong() {}

    static ProblemException query(String key, Object... args) {
        return ProblemException.badRequest(Text.of("records.query." + key, args));
    }
}
