package org.weir.web.importing;

import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.jobs.api.Jobs.Job;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;

/**
 * A batch on its way.
 *
 * @param step of the four, from 0; 4 when through
 * @param job the last one; null before the first
 * @param begun whether rows were written
 * @param error what could not be done just now; empty for nothing
 */
public record ImportView(
        Visit v,
        RecordType type,
        Batch batch,
        int step,
        @Nullable Job job,
        boolean begun,
        String error) {

    /** How many rows came out so, as a figure. */
    public String figure(Outcome outcome) {
        return number(count(outcome));
    }

    public long count(Outcome outcome) {
        return batch.counts().getOrDefault(outcome, 0L);
    }

    /** Rows that running would write. */
    public long written() {
        return count(Outcome.CREATED) + count(Outcome.CHANGED);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(v.locale()).format(value);
    }

    public String own() {
        return "/imports/" + batch.id();
    }

    /** What a separator is called. */
    public String separator() {
        return switch (batch.reading().delimiter()) {
            case "," -> v.t("transfer.delimiter.comma");
            case ";" -> v.t("transfer.delimiter.semicolon");
            case "\t" -> v.t("transfer.delimiter.tab");
            case "|" -> v.t("transfer.delimiter.bar");
            default -> "";
        };
    }

    /**
     * Rows with their outcome.
     *
     * @param filter which outcomes are shown; empty for all
     * @param filters the outcomes there are, to choose from
     * @param previous addresses of the neighbouring pages; empty for none
     */
    public record Rows(
            String filter, List<Filter> filters, List<Line> lines, String range, String previous, String next) {}

    public record Filter(String label, String url, boolean current) {}

    /**
     * @param url of the record; empty when there is none
     * @param field the name of what is wrong or was kept
     */
    public record Line(
            String line, String outcome, String tone, String title, String url, String field, String reason) {}
}
