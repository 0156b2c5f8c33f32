package org.weir.web.importing;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.State;

/** What a batch needs next from its owner. */
enum Step {
    READING,
    COLUMNS,
    /** A job is at work on it. */
    WORKING,
    TRIAL,
    /** Rows were written, or written and undone. */
    RESULT;

    /**
     * @param begun whether its last job was to write (or undo) rows, not to check them
     * @param wanted the step somebody goes back to; null for none
     */
    static Step of(Batch batch, boolean begun, @Nullable String wanted) {
        return switch (batch.state()) {
            case CHECKING, RUNNING, UNDOING -> WORKING;
            case DONE -> RESULT;
            case UNDONE -> back(wanted, RESULT);
            case CHECKED -> back(wanted, TRIAL);
            case CANCELLED, FAILED -> begun ? RESULT : back(wanted, COLUMNS);
            case UPLOADED -> back(wanted, batch.reading().certain() ? COLUMNS : READING);
        };
    }

    private static Step back(@Nullable String wanted, Step otherwise) {
        if ("reading".equals(wanted)) {
            return READING;
        }
        return "columns".equals(wanted) ? COLUMNS : otherwise;
    }

    /** Which of the four steps that people see this is: file, columns, trial run, import. */
    int shown(Batch batch) {
        return switch (this) {
            case READING -> 0;
            case COLUMNS -> 1;
            case TRIAL -> 2;
            case WORKING -> batch.state() == State.CHECKING ? 2 : 3;
            case RESULT -> 4;
        };
    }
}
