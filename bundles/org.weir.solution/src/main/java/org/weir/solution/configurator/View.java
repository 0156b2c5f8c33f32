package org.weir.solution.configurator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.solution.quote.OfferSheet;

/**
 * Everything the configurator's template shows, in the reader's language.
 *
 * @param base path of the page
 * @param record path of the configuration's record, where it becomes a quote
 * @param revision what changes are based on
 * @param type the site type shown, empty if there is none
 * @param at the feature whose part of the model is shown
 * @param found what the search found; empty unless searched
 * @param millis how long the answer took
 */
public record View(
        String base,
        String record,
        String title,
        String number,
        String stateLabel,
        String stateTone,
        boolean mayChange,
        boolean undoable,
        long revision,
        String type,
        String typeName,
        int at,
        String q,
        long millis,
        List<Type> types,
        List<NeedLine> needs,
        List<Way> path,
        List<Section> sections,
        int more,
        List<Bar> bars,
        List<Total> totals,
        @Nullable Margin margin,
        List<Option> kinds,
        List<Option> linkable,
        boolean great) {

    public record Type(String id, String name, int count, String note, boolean current) {}

    /** @param tone of the tag: good, warn, plain */
    public record NeedLine(String id, String title, String href, String coverage, String tone, String by) {}

    public record Option(String value, String label) {}

    /** @param value to send */
    public record Way(String value, String label) {}

    /** @param part the feature it shows, for opening it alone */
    public record Section(String title, int part, List<Line> lines) {}

    /**
     * @param mark {@code user}, {@code default}, {@code engine}, {@code follows}, {@code open}, {@code off} (left out),
     *     {@code barred}
     * @param radio one of several, else on its own
     * @param press what the main button sends
     * @param why what "why" sends, empty when there is nothing to ask
     * @param inside how many features are below that are not shown
     * @param panel the answer to a question about this line
     */
    public record Line(
            String id,
            int feature,
            int depth,
            String label,
            String mark,
            boolean radio,
            boolean taken,
            String press,
            String clear,
            String note,
            String why,
            @Nullable Stepper stepper,
            @Nullable Entry entry,
            String price,
            int inside,
            @Nullable Panel panel) {}

    public record Stepper(String value, String fewer, String more) {}

    public record Entry(String name, String value, String kind, String send) {}

    public record Panel(String title, List<String> because, List<String> rules, List<Way> ways) {}

    /** @param tone empty, {@code warn} or {@code bad} */
    public record Bar(String label, String text, String used, String capacity, String tone) {}

    public record Total(String label, String one, String all) {}

    /** @param bar the margin between floor and ceiling; null when no price list fits, then {@code value} fills a meter */
    public record Margin(String percent, String value, String tone, String note, OfferSheet.@Nullable Bar bar) {}
}
