package org.weir.web.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.web.api.Visit;

/**
 * A form ready to be drawn.
 *
 * @param hidden names and values that travel along
 * @param problems what is wrong with the record as a whole, then per field with its anchor
 */
public record FormView(
        Visit v,
        String title,
        String subtitle,
        String action,
        String button,
        String cancel,
        List<Option> hidden,
        List<Problem> problems,
        List<Section> sections,
        @Nullable Conflict conflict) {

    /** The input that has the focus at first: none when something is wrong, for then that has it. */
    public String focus() {
        boolean calm = problems.isEmpty() && conflict == null && !sections.isEmpty();
        return calm && !sections.get(0).inputs().isEmpty()
                ? sections.get(0).inputs().get(0).name()
                : "";
    }

    public record Section(String legend, List<Input> inputs) {}

    public record Option(String value, String label) {}

    /** @param field empty for the record as a whole */
    public record Problem(String field, String text) {}

    /**
     * @param control {@code text, textarea, select, lookup, lookups, money}
     * @param type of the input element, for {@code text}
     * @param text shown for a looked-up value; the currency of money
     * @param chosen several looked-up values
     * @param was the value before, in canonical form, to tell what was changed
     */
    public record Input(
            String name,
            String label,
            String help,
            String error,
            boolean required,
            boolean wide,
            String control,
            String type,
            String mode,
            String value,
            String text,
            List<Option> options,
            List<Option> chosen,
            String src,
            int max,
            String was) {

        public @Nullable String described() {
            String both = (help.isEmpty() ? "" : name + "-hint ") + (error.isEmpty() ? "" : name + "-error");
            return both.isBlank() ? null : both.strip();
        }
    }

    /** @param who saved meanwhile, and when */
    public record Conflict(
            String who, String when, String action, List<Option> hidden, List<Clash> clashes, String drop) {}

    /** @param raw the parameters that carry mine */
    public record Clash(String field, String label, String was, String mine, String theirs, List<Option> raw) {}
}
