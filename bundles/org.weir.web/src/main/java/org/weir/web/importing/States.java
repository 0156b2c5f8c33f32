package org.weir.web.importing;

import java.text.NumberFormat;
import java.util.Locale;
import org.weir.base.api.Text;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.State;
import org.weir.web.api.Visit;

/** What the states of a batch are called, and how they look. */
public final class States {
    private States() {}

    public static String key(State state) {
        return "transfer.batch." + lower(state);
    }

    public static String tone(State state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case CANCELLED -> "warn";
            case CHECKING, RUNNING, UNDOING -> "info";
            case UPLOADED, CHECKED, UNDONE -> "";
        };
    }

    /** Why a trial run came to no end: what is wrong with the file, or that it was stopped. */
    public static Text stopped(Batch batch) {
        Text message = batch.message();
        if (batch.state() == State.CANCELLED) {
            return Text.of("transfer.trial.cancelled");
        }
        return message == null || message.key().startsWith("import.") ? Text.of("transfer.trial.failed") : message;
    }

    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String number(Visit visit, long value) {
        return NumberFormat.getIntegerInstance(visit.locale()).format(value);
    }
}
