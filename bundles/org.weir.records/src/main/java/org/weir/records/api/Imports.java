package org.weir.records.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/**
 * Import of CSV and XLSX into a record type: upload, mapping (guessed, remembered), dry run, import in the background,
 * error file, undo of the whole batch. Needs {@code TYPE:import}; every row is checked like a form. A batch belongs to
 * whoever uploaded it.
 */
@ProviderType
public interface Imports {
    /** Keeps the file and reads its head. @throws org.weir.base.api.ProblemException 413, 415 or 422 saying where and why */
    Batch upload(Actor actor, String type, String fileName, InputStream content) throws IOException;

    Batch find(Actor actor, UUID batch);

    /** One's batches of the type, newest first. */
    List<Batch> recent(Actor actor, String type, int limit);

    /** Reads the head again with other settings. */
    Batch reread(Actor actor, UUID batch, Reading reading);

    Batch map(Actor actor, UUID batch, Mapping mapping);

    /** Goes through all rows, writes nothing; a job, whose result is then in the batch. */
    UUID dryRun(Actor actor, UUID batch);

    UUID run(Actor actor, UUID batch);

    UUID undo(Actor actor, UUID batch);

    /** Rows with their outcome, by line; {@code outcome} null for all. */
    List<RowResult> results(Actor actor, UUID batch, @Nullable Outcome outcome, int offset, int limit);

    /** The rows not taken, as uploaded, with the reason in a last column; CSV in UTF-8. */
    Path errorFile(Actor actor, UUID batch) throws IOException;

    enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        UNDOING,
        UNDONE
    }

    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        FAILED,
        UNDONE,
        /** Not undone: changed since by somebody else. */
        KEPT
    }

    /** @param charset, delimiter, worksheet empty for "found out"; certain false means: please look at the preview */
    record Reading(String charset, String delimiter, String worksheet, boolean certain) {}

    /**
     * @param columns field to the source columns (by position, from 0) that fill it; several are joined with {@code -}
     * @param keys fields that together find the record to change; empty: always create
     * @param createMissing reference fields whose missing records are to be created with just that title
     * @param language how numbers and dates are written in the file
     * @param currency of amounts that come without one, ISO 4217; empty when each says its own
     */
    record Mapping(
            Map<String, List<Integer>> columns,
            List<String> keys,
            List<String> createMissing,
            String language,
            String currency) {
        public Mapping {
            currency = Objects.requireNonNullElse(currency, "");
        }

        public Mapping(
                Map<String, List<Integer>> columns, List<String> keys, List<String> createMissing, String language) {
            this(columns, keys, createMissing, language, "");
        }
    }

    record RowResult(
            long line,
            Outcome outcome,
            @Nullable UUID record,
            String title,
            String field,
            @Nullable Text reason) {}

    /**
     * @param heads the column heads; {@code preview} the first rows
     * @param counts by outcome, of the last dry run or run; none while a job works on it, which tells how far it is
     * @param worksheets names, when the file has several
     */
    record Batch(
            UUID id,
            String type,
            String fileName,
            State state,
            Reading reading,
            List<String> worksheets,
            List<String> heads,
            List<List<String>> preview,
            Mapping mapping,
            Map<Outcome, Long> counts,
            long rows,
            @Nullable UUID job,
            @Nullable Text message,
            Instant createdAt) {}
}
