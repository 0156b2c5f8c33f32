package org.weir.records.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.And;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Not;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Filter.Or;

final class RsqlFiltersTest {
    private final RsqlFilters filters = new RsqlFilters();

    @Test
    void what_is_written_reads_back_to_the_same_filter() {
        for (String rsql : List.of(
                "name==*mtn*",
                "a==1;b!=2",
                "a==1,b==2",
                "a==1;(b==2,c==3)",
                "(a==1,b==2);c==3",
                "a==1,b==2;c==3",
                "a==1;(b==2;c==3)",
                "!a==1",
                "!(a==1,b==2)",
                "!!a==1",
                "a=in=(1,2,3)",
                "a=out=(\"x,y\",'he said \"no\"')",
                "a=null=true",
                "a=gt=1;a=ge=2;a=lt=3;a=le=4",
                "name==Weir and more",
                "name==\" blank\"",
                "name==\"\"",
                "employments.person.name=='O\"Neil'",
                "name==龍👩‍🚀")) {
            Filter filter = filters.parse(rsql);
            assertEquals(rsql, filters.write(filter));
            assertEquals(filter, filters.parse(filters.write(filter)));
        }
    }

    @Test
    void any_value_can_be_written() {
        for (String value : List.of(
                "\\", "\\\\", "a\\", "\"", "'", "\"'", "\\\"", "\\'\"", "(a)", ";", ",", "*", "\\*", " ", "=", "==x",
                "!", "<", "a\nb", "日本")) {
            Filter filter = new Condition("name", Op.EQ, List.of(value));
            assertEquals(filter, filters.parse(filters.write(filter)), filters.write(filter));
            Filter several = new Condition("name", Op.IN, List.of(value, "x", value));
            assertEquals(several, filters.parse(filters.write(several)), filters.write(several));
        }
    }

    @Test
    void and_binds_closer_than_or() {
        assertEquals(
                new Or(List.of(
                        new Condition("a", Op.EQ, List.of("1")),
                        new And(List.of(
                                new Condition("b", Op.GE, List.of("2")),
                                new Not(new Condition("c", Op.NE, List.of("3"))))))),
                filters.parse(" a == 1 , b >= 2 ; ! c != 3 "));
    }

    @Test
    void nothing_is_no_filter() {
        assertNull(filters.parse(null));
        assertNull(filters.parse("  "));
        assertEquals("", filters.write(null));
    }

    @Test
    void a_mistake_is_shown_at_its_character() {
        assertEquals(wrong("operator-expected", 5, "name", ""), mistake("name"));
        assertEquals(wrong("operator-expected", 5, "name", "=x"), mistake("name=x"));
        assertEquals(wrong("value-expected", 7, ""), mistake("name=="));
        assertEquals(wrong("value-expected", 4, ";"), mistake("a==;b==1"));
        assertEquals(wrong("unclosed", 1), mistake("(a==1"));
        assertEquals(wrong("unexpected", 5, ")"), mistake("a==1)"));
        assertEquals(wrong("unclosed-quote", 4), mistake("a==\"x"));
        assertEquals(wrong("list-expected", 6, "1"), mistake("a=in=1"));
        assertEquals(wrong("field-expected", 6, ""), mistake("a==1;"));
        assertEquals(wrong("field-expected", 1, "="), mistake("==1"));
        assertEquals(wrong("unexpected", 7, "b"), mistake("a=='x'b==1"));
        assertEquals("records.query.too-deep", mistake("(".repeat(50) + "a==1").key());
        assertEquals(
                "records.query.too-many", mistake("a==1,".repeat(150) + "a==1").key());
        assertEquals("records.query.too-long", mistake("a==" + "x".repeat(9000)).key());
        assertEquals(
                "records.query.too-many-values",
                mistake("a=in=(" + "1,".repeat(600) + "1)").key());
    }

    private static Text wrong(String key, Object... args) {
        return Text.of("records.query." + key, args);
    }

    private Text mistake(String rsql) {
        ProblemException refused = assertThrows(ProblemException.class, () -> filters.parse(rsql), rsql);
        assertEquals(400, refused.status());
        return refused.text();
    }
}
