package org.weir.web.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.records.api.Imports.State;

class StepTest {
    private static Step step(State state, boolean certain, boolean begun, @Nullable String wanted) {
        return Step.of(Samples.batch(state, certain, List.of("a"), List.of()), begun, wanted);
    }

    @Test
    void a_file_that_reads_for_sure_goes_on_to_its_columns() {
        assertEquals(Step.COLUMNS, step(State.UPLOADED, true, true, null));
    }

    @Test
    void a_file_that_may_be_read_in_several_ways_asks_first() {
        assertEquals(Step.READING, step(State.UPLOADED, false, true, null));
        assertEquals(Step.COLUMNS, step(State.UPLOADED, false, true, "columns"));
    }

    @Test
    void one_can_go_back_until_rows_are_written() {
        assertEquals(Step.READING, step(State.CHECKED, true, false, "reading"));
        assertEquals(Step.COLUMNS, step(State.CANCELLED, true, false, null));
        assertEquals(Step.RESULT, step(State.CANCELLED, true, true, "columns"));
        assertEquals(Step.RESULT, step(State.DONE, true, true, "reading"));
    }

    @Test
    void one_can_begin_again_after_undoing() {
        assertEquals(Step.RESULT, step(State.UNDONE, true, true, null));
        assertEquals(Step.COLUMNS, step(State.UNDONE, true, true, "columns"));
    }

    @Test
    void nobody_gets_past_a_job_at_work() {
        assertEquals(Step.WORKING, step(State.RUNNING, true, true, "columns"));
        assertEquals(Step.WORKING, step(State.CHECKING, true, false, "reading"));
        assertEquals(Step.WORKING, step(State.UNDOING, true, true, "<script>"));
    }
}
