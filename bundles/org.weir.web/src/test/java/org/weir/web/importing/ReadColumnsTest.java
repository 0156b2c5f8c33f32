package org.weir.web.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.web.TypedVisit;

class ReadColumnsTest {
    private final TypedVisit visit = new TypedVisit(Samples.ANNA);

    @Test
    void several_columns_for_one_field_are_joined_in_their_order() {
        visit.with("field.0", "codes")
                .with("field.1", "")
                .with("field.2", "codes")
                .with("field.3", "name");
        ReadColumns read = ReadColumns.of(visit, 4);
        assertEquals(
                Map.of("codes", List.of(0, 2), "name", List.of(3)),
                read.mapping().columns());
        assertTrue(read.errors().isEmpty());
    }

    @Test
    void a_key_is_the_field_of_the_column_that_was_ticked() {
        visit.with("field.0", "codes").with("field.1", "codes").with("key", "0", "1");
        assertEquals(List.of("codes"), ReadColumns.of(visit, 2).mapping().keys());
    }

    @Test
    void a_key_without_a_field_is_said_at_its_column() {
        visit.with("field.0", "name").with("field.1", "").with("key", "1");
        assertEquals(Set.of("column.1"), ReadColumns.of(visit, 2).errors().keySet());
    }

    @Test
    void columns_that_the_file_does_not_have_are_not_taken() {
        visit.with("field.0", "name").with("field.7", "codes").with("key", "7", "-1", "'; drop table", "0 ");
        ReadColumns read = ReadColumns.of(visit, 1);
        assertEquals(Map.of("name", List.of(0)), read.mapping().columns());
        assertEquals(List.of(), read.mapping().keys());
    }

    @Test
    void leaving_all_out_is_refused() {
        assertEquals(Set.of(""), ReadColumns.of(visit, 3).errors().keySet());
    }
}
