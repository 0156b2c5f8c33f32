package org.weir.delivery.board;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sites of a project against the steps of the work, ready to be drawn.
 *
 * @param whole the tasks of the project as a whole
 * @param steps heads of the columns
 * @param figures the line above
 */
public record Board(
        UUID project,
        String title,
        String number,
        List<Figure> figures,
        List<Cell> whole,
        List<String> steps,
        List<Line> lines) {

    /** @param tone of the note: plain, good, warn, bad; {@code share} for a bar of 0 to 100, below 0 for none */
    public record Figure(String label, String value, String note, String tone, int share) {}

    /** A site; a cell is null where the step is not made there. */
    public record Line(UUID site, String name, List<@Nullable Cell> cells, Acceptance acceptance) {}

    /**
     * @param state done, running, late, ready, planned
     * @param mark the sign that says the state without colour
     * @param said the state in words, for screen readers and on hover
     * @param day actual or planned finish
     * @param more further tasks of the same step at the site
     */
    public record Cell(
            UUID task, String step, String state, String mark, String said, String day, boolean critical, int more) {}

    /**
     * @param state none, ready, open, passed, signed, final
     * @param id null while there is none
     */
    public record Acceptance(
            String state,
            String mark,
            String said,
            @Nullable UUID id,
            long punch) {}
}
