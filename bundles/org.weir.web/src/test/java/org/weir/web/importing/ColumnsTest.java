package org.weir.web.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.State;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.web.TypedVisit;
import org.weir.web.jte.StaticTemplates;

class ColumnsTest {
    private static final String NASTY = "<script>alert('x')</script>\" onclick=\"x()";

    private final TypedVisit visit = new TypedVisit(Samples.ANNA);
    private final MakeColumns make = new MakeColumns(new NoTypes());

    private ColumnsView columns(Batch batch, Map<String, Text> errors) {
        return make.make(visit, Samples.type(), batch, batch.mapping(), errors);
    }

    @Test
    void a_guess_by_name_is_told_from_one_to_check() {
        Batch named = Samples.batch(State.UPLOADED, true, List.of("network", "MCC"), List.of());
        assertEquals(
                "transfer.column.by-name",
                columns(named, Map.of()).lines().get(0).why());
        Batch other = Samples.batch(State.UPLOADED, true, List.of("Column 1"), List.of());
        assertEquals(
                "transfer.column.check", columns(other, Map.of()).lines().get(0).why());
        assertEquals("", columns(named, Map.of()).lines().get(1).why());
    }

    @Test
    void an_error_of_a_field_stands_at_its_first_column_and_of_others_above() {
        Batch batch = Samples.batch(State.UPLOADED, true, List.of("a", "b"), List.of());
        ColumnsView view = columns(batch, Map.of("name", Text.of("one"), "codes", Text.of("two")));
        assertEquals("one", view.lines().get(0).error());
        assertEquals(List.of("two"), view.errors());
    }

    @Test
    void long_values_are_cut_between_characters() {
        String shown = MakeColumns.shortened("\uD842\uDFB7".repeat(1_000_000));
        assertEquals(41, shown.codePointCount(0, shown.length()));
        assertFalse(Character.isHighSurrogate(shown.charAt(shown.length() - 2)));
    }

    @Test
    void scripts_in_heads_names_and_cells_are_shown_as_text() {
        Batch batch = Samples.batch(State.UPLOADED, true, List.of(NASTY, "b"), List.of(List.of(NASTY, "=1+1")));
        ImportView view = new ImportView(visit, Samples.type(), batch, 1, null, true, NASTY);
        StringOutput out = new StringOutput();
        new StaticTemplates()
                .importingColumns(view, columns(batch, Map.of("", Text.of(NASTY))))
                .writeTo(new OwaspHtmlTemplateOutput(out));
        new StaticTemplates().importingReading(view, List.of()).writeTo(new OwaspHtmlTemplateOutput(out));
        assertFalse(out.toString().contains("<script"), out.toString());
        assertTrue(out.toString().contains("&lt;script&gt;"));
        assertTrue(out.toString().contains("&#34; onclick"), "quotes in attributes");
    }

    /** No other types to create records of. */
    private static final class NoTypes implements RecordTypes {
        @Override
        public List<RecordType> all() {
            return List.of();
        }

        @Override
        public Optional<RecordType> find(String name) {
            return Optional.empty();
        }

        @Override
        public RecordType get(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public List<Inverse> inverses(RecordType of) {
            return List.of();
        }

        @Override
        public List<ComputedField> computed(RecordType type) {
            return List.of();
        }

        @Override
        public List<Action> actions(RecordType type) {
            return List.of();
        }

        @Override
        public RecordType input(Action action) {
            throw new IllegalArgumentException(action.name());
        }
    }
}
