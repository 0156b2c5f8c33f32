package org.weir.web.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;
import org.weir.web.record.RecordView.Tab;

final class ArrangeTabsTest {
    @RecordSpec(name = "near", schema = "s", table = "t", section = "section.s", order = 20)
    private record Near() {}

    @RecordSpec(name = "far", schema = "s", table = "t", section = "section.s", order = 900)
    private record Far() {}

    @RecordSpec(name = "detail", schema = "s", table = "t")
    private record Detail() {}

    private static RecordType type(Class<? extends Record> declared) {
        return new RecordType(declared.getAnnotation(RecordSpec.class), List.of(), declared);
    }

    private static Tab tab(String label, String count, boolean current) {
        return new Tab(label, "/x", current, count);
    }

    private static List<String> labels(List<Tab> tabs) {
        return tabs.stream().map(Tab::label).toList();
    }

    @Test
    void tabs_stand_in_their_declared_order_around_the_records_own_fields() {
        ArrangeTabs tabs = new ArrangeTabs();
        tabs.addLast(tab("History", "", false));
        tabs.add(ArrangeTabs.OWN_FIELDS, tab("Overview", "", true));
        tabs.addList(type(Far.class), tab("Far", "1", false));
        tabs.addList(type(Near.class), tab("Near", "", false));
        tabs.addList(type(Detail.class), tab("Lines", "", false));
        tabs.add(5, tab("Chain", "", false));
        tabs.add(-100, tab("Cockpit", "", false));
        RecordView.Tabs arranged = tabs.arranged();
        assertEquals(
                List.of("Cockpit", "Overview", "Chain", "Lines", "Near", "Far", "History"), labels(arranged.shown()));
        assertTrue(arranged.more().isEmpty());
    }

    @Test
    void what_does_not_fit_goes_behind_the_button_empty_lists_first_and_the_present_tab_stays() {
        ArrangeTabs tabs = new ArrangeTabs();
        tabs.add(ArrangeTabs.OWN_FIELDS, tab("Overview", "", false));
        for (int i = 0; i < 12; i++) {
            tabs.addList(type(Near.class), tab("A rather long name " + i, i % 2 == 0 ? "" : "7", false));
        }
        tabs.addLast(tab("History", "", true));
        RecordView.Tabs arranged = tabs.arranged();
        assertEquals(14, arranged.shown().size() + arranged.more().size());
        assertTrue(labels(arranged.shown()).contains("History"));
        assertTrue(labels(arranged.shown()).contains("A rather long name 1"));
        assertTrue(arranged.shown().stream()
                .noneMatch(it -> it.label().startsWith("A rather") && it.count().isEmpty()));
        assertTrue(arranged.more().get(arranged.more().size() - 1).count().isEmpty());
    }
}
