package org.weir.bench;

import java.util.Locale;

/** A file of 50,000 companies imported with the check for duplicates among all there are, and taken back. */
final class Importing {
    private static final int FROM = 9_000_000;

    private final Populated populated;
    private final Report report;
    private final boolean quick;

    Importing(Populated populated, Report report, boolean quick) {
        this.populated = populated;
        this.report = report;
        this.quick = quick;
    }

    void measure() throws Exception {
        int rows = quick ? 5_000 : 50_000;
        Population population = new Population(populated.api());
        Population.Loaded loaded = population.accountsOnce(FROM, rows);
        double undo = population.undo(loaded.batch());
        report.singles("import of " + String.format(Locale.ROOT, "%,d", rows) + " rows, matched by name and country");
        single("import, s", loaded.seconds(), 60.0 * rows / 50_000);
        single("its undo, s", undo, 30.0 * rows / 50_000);
    }

    private void single(String what, double seconds, double aim) {
        report.single(what, String.format(Locale.ROOT, "%.1f", seconds), Aim.atMost(aim, "s", seconds));
    }
}
