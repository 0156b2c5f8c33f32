package org.weir.records.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DateOrderTest {
    @Test
    void a_number_above_twelve_tells_the_order_of_the_whole_column() {
        assertEquals(DateOrder.MONTH_FIRST, DateOrder.of(Stream.of("3/1/2017", "10/20/2016")));
        assertEquals(DateOrder.DAY_FIRST, DateOrder.of(Stream.of("3/1/2017", "20/10/2016")));
        assertEquals(DateOrder.UNCLEAR, DateOrder.of(Stream.of("3/1/2017", "2016-10-20")));
        assertEquals(DateOrder.UNCLEAR, DateOrder.of(Stream.of("13/1/2017", "1/13/2017")));
    }

    @Test
    void ones_own_language_stays_where_it_has_that_order() {
        assertEquals("en", DateOrder.MONTH_FIRST.language(Locale.SIMPLIFIED_CHINESE, "zh-CN"));
        assertEquals("en-US", DateOrder.MONTH_FIRST.language(Locale.US, "en-US"));
        assertEquals("en-GB", DateOrder.DAY_FIRST.language(Locale.ENGLISH, "en"));
        assertEquals("fr", DateOrder.DAY_FIRST.language(Locale.FRENCH, "fr"));
        assertEquals("de", DateOrder.UNCLEAR.language(Locale.GERMAN, "de"));
    }
}
