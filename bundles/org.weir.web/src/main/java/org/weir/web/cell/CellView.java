package org.weir.web.cell;

import org.jspecify.annotations.Nullable;
import org.weir.web.api.Visit;
import org.weir.web.form.FormView.Input;

/**
 * A cell, shown or being edited.
 *
 * @param error what is wrong with what was typed; empty for nothing
 * @param clash somebody else changed it meanwhile
 */
public record CellView(
        Visit v,
        String field,
        String url,
        String css,
        Shown shown,
        String href,
        String label,
        @Nullable Input input,
        long version,
        String error,
        @Nullable Clash clash) {

    public record Clash(String who, String theirs, long version) {}
}
