package org.weir.web.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weir.records.api.RecordType;
import org.weir.web.record.RecordView.Tab;

/** Puts the tabs of a record in order; those that do not fit into one line go behind a button, empty lists before others. */
final class ArrangeTabs {
    static final int OWN_FIELDS = 0;

    private static final int DETAILS = 15;
    private static final int LAST = 100_000;
    private static final double ROOM = 1_000;
    private static final double BUTTON = 80;
    private static final double AROUND = 22;
    private static final double LETTER = 7.3;
    private static final double SQUARE = 13.6;

    private record Placed(int order, Tab tab, boolean emptyList) {}

    private final List<Placed> all = new ArrayList<>();

    /** @param order below 0 before the record's own fields */
    void add(int order, Tab tab) {
        all.add(new Placed(order, tab, false));
    }

    /** A list of records that refer here: details of the record first, others as their types stand in the navigation. */
    void addList(RecordType type, Tab tab) {
        all.add(new Placed(
                type.section().isEmpty() ? DETAILS : type.order(),
                tab,
                tab.count().isEmpty()));
    }

    void addLast(Tab tab) {
        all.add(new Placed(LAST, tab, false));
    }

    RecordView.Tabs arranged() {
        List<Placed> shown = new ArrayList<>(all);
        shown.sort(Comparator.comparingInt(Placed::order));
        List<Placed> more = new ArrayList<>();
        if (width(shown) > ROOM) {
            List<Placed> empty = shown.stream()
                    .filter(it -> it.emptyList() && !it.tab().current())
                    .toList();
            shown.removeAll(empty);
            for (int i = shown.size() - 1; i > 0 && width(shown) > ROOM - BUTTON; i--) {
                if (!shown.get(i).tab().current()) {
                    more.add(0, shown.remove(i));
                }
            }
            more.addAll(empty);
        }
        return new RecordView.Tabs(
                shown.stream().map(Placed::tab).toList(),
                more.stream().map(Placed::tab).toList());
    }

    /** In pixels, roughly. */
    private static double width(List<Placed> tabs) {
        return tabs.stream()
                .mapToDouble(it -> AROUND
                        + width(it.tab().label())
                        + (it.tab().count().isEmpty() ? 0 : width(it.tab().count()) + 4))
                .sum();
    }

    private static double width(String words) {
        return words.codePoints()
                .mapToDouble(it -> it >= 0x2E80 ? SQUARE : LETTER)
                .sum();
    }
}
