package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;

final class PercentTest {
    private static final Set<String> KNOWN = Set.of("q", "filter");

    @Test
    void names_and_values_are_decoded() {
        assertEquals(
                Map.of("q", "水 坝", "filter", "a==1;b==2"),
                Percent.query("q=%E6%B0%B4+%E5%9D%9D&filter=a==1;b%3D=2&", KNOWN::contains));
        assertEquals(Map.of("q", ""), Percent.query("q", KNOWN::contains));
        assertEquals(Map.of(), Percent.query(null, KNOWN::contains));
    }

    @Test
    void an_unknown_parameter_is_refused_by_name() {
        assertEquals("rest.problem.parameter-unknown[filters]", refused("filters=a"));
    }

    @Test
    void a_parameter_that_is_there_twice_is_refused() {
        assertEquals("rest.problem.parameter-twice[q]", refused("q=1&q=2"));
    }

    @Test
    void what_is_no_utf8_or_carries_nul_is_refused() {
        for (String query :
                new String[] {"q=%ff", "q=%c0%80", "q=%00", "q=%", "q=%4", "q=%zz", "q=\u00e4", "q=%ed%a0%80"}) {
            assertEquals("rest.problem.query-malformed", refused(query), query);
        }
    }

    @Test
    void encoding_survives_the_way_there_and_back() {
        String text = "a&b=c %+#/水🌊\"'";
        assertEquals(Map.of("q", text), Percent.query("q=" + Percent.encode(text), KNOWN::contains));
    }

    private static String refused(String query) {
        return assertThrows(ProblemException.class, () -> Percent.query(query, KNOWN::contains), query)
                .text()
                .toString();
    }
}
