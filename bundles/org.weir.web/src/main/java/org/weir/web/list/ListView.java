package org.weir.web.list;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.web.api.Visit;
import org.weir.web.cell.Shown;

/** A list ready to be drawn. */
public record ListView(
        Visit v,
        ListState state,
        String title,
        String caption,
        boolean whole,
        List<Head> heads,
        List<Line> lines,
        List<Chip> chips,
        List<Choice> choices,
        List<Button> selection,
        List<Button> listActions,
        Empty empty,
        String counts,
        String next,
        String previous,
        String newUrl,
        String newLabel,
        String importUrl,
        String exportUrl,
        String fieldsUrl,
        @Nullable Content panel) {

    /** @param direction {@code ascending}, {@code descending} or empty; {@code url} empty when it cannot be sorted by */
    public record Head(String label, String url, String direction, boolean figure, boolean name) {}

    public record Line(
            String id, String url, String panelUrl, String cellsUrl, String title, boolean open, List<Cell> cells) {}

    /** @param editUrl empty when it is not edited in place */
    public record Cell(String field, String label, Shown shown, String css, boolean name) {
        /** On a phone the word stands before the value, when there is one. */
        public boolean labelled() {
            return !name && shown.kind() != Shown.Kind.NONE;
        }
    }

    public record Chip(String label, String words, String whole, String without) {}

    /** A column to choose. */
    public record Choice(String name, String label, boolean chosen) {}

    public record Button(String label, String url, String icon) {}

    /** Why there are no rows. */
    public enum Empty {
        NO,
        /** There is nothing yet. */
        NOTHING,
        /** Nothing fits. */
        NO_RESULT
    }

    /** Hidden fields of a form that keeps the list's state but the parameter named. */
    public List<Button> kept(String but) {
        java.util.ArrayList<Button> result = new java.util.ArrayList<>();
        keep(result, but, "q", state.q());
        keep(result, but, "filter", state.filterText());
        keep(result, but, "sort", state.sort());
        keep(result, but, "columns", String.join(",", state.columns()));
        return result;
    }

    private static void keep(List<Button> result, String but, String name, String value) {
        if (!name.equals(but) && !value.isEmpty()) {
            result.add(new Button(name, value, ""));
        }
    }
}
