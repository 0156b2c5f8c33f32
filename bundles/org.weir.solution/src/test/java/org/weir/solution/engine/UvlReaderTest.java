package org.weir.solution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.uvl.UvlReader;

final class UvlReaderTest {
    private static void wrong(String source, int line, int column, String reason) {
        ModelException wrong = assertThrows(ModelException.class, () -> UvlReader.read(source));
        assertEquals(reason, wrong.reason().key(), wrong.getMessage());
        assertEquals(line, wrong.line(), wrong.getMessage());
        assertEquals(column, wrong.column(), wrong.getMessage());
    }

    @Test
    void what_is_nested_or_chained_beyond_reason_is_refused_before_the_stack_ends() {
        String head = "features\n\tA\nconstraints\n\t";
        wrong(head + "(".repeat(50_000) + "A" + ")".repeat(50_000) + "\n", 4, 102, "uvl.too-deep");
        wrong(head + "!".repeat(50_000) + "A\n", 4, 102, "uvl.too-deep");
        wrong(head + "A" + " => A".repeat(50_000) + "\n", 4, 4 + 2_000 * 5, "uvl.too-long");
        wrong("features\n\tA {" + "b {".repeat(5_000) + "}".repeat(5_000) + "}\n", 2, 5 + 50 * 3 + 2, "uvl.too-deep");
        UvlReader.read(head + "A" + " | A".repeat(50_000) + "\n");
    }

    @Test
    void errors_say_line_column_and_reason() {
        wrong("features\n\tA\n\t\tperhaps\n\t\t\tB\n", 3, 3, "uvl.expected-group");
        wrong("features\n\tA\n\t\toptional\n\t\t\tB\n\t\t\tB\n", 5, 4, "uvl.twice");
        wrong("features\n\tA\nconstraints\n\tA => C\n", 4, 7, "uvl.unknown-feature");
        wrong("features\n\tA\nconstraints\n\tA =>\n", 4, 6, "uvl.expected-operand");
        wrong("features\n\tA\nconstraints\n\tA A\n", 4, 4, "uvl.expected-operator");
        wrong("features\n\t\"A\n", 2, 2, "uvl.quote-not-closed");
        wrong("features\n\tA {price 3\n", 3, 1, "uvl.expected");
        wrong("features\n\tA\n\tB\n", 3, 2, "uvl.one-root");
        wrong("imports\n\tother as o\nfeatures\n\tA\n", 1, 1, "uvl.no-imports");
        wrong("features\n\tA\nconstraints\n\tA.x > 3\n", 4, 2, "uvl.unknown-attribute");
        wrong("features\n\tA cardinality [3..2]\n", 2, 16, "uvl.cardinality");
        wrong("nothing\n", 1, 1, "uvl.expected-section");
    }

    @Test
    void attributes_types_cardinalities_and_labels_are_read() {
        FeatureModel model = UvlReader.read("""
                namespace n
                include
                    Arithmetic.*
                features
                    Root {abstract, price 3.5, name 'x', nested {deep -2}}
                        mandatory
                            Integer Count {min 0, max 9}
                        [1..*]
                            "Two words" cardinality [2..4]
                            C
                constraints
                    // en: Count is small
                    // zh: 数量小
                    Count <= 4 &
                """.replace("Count <= 4 &", "(Count <= 4 &\n    Count >= 1)"));
        Feature root = model.root();
        assertTrue(root.flag("abstract"));
        assertEquals(new BigDecimal("3.5"), root.number("price"));
        assertEquals(new BigDecimal("-2"), root.number("nested.deep"));
        Feature words = Objects.requireNonNull(model.find("Two words"));
        assertEquals(4, words.max());
        assertEquals("数量小", model.rules().get(0).labels().get("zh"));
        CompiledModel compiled = CompiledModel.of(model);
        Feature count = Objects.requireNonNull(model.find("Count"));
        assertTrue(compiled.consistent(List.of(new Choice(count, true, "4"))));
        assertTrue(!compiled.consistent(List.of(new Choice(count, true, "5"))));
        assertTrue(!compiled.consistent(List.of(new Choice(count, true, "0"))));
    }

    @Test
    void texts_are_compared_with_attributes_of_other_features() {
        FeatureModel model = UvlReader.read("""
                features
                    Bike
                        mandatory
                            String Maker
                        optional
                            Wheels {maker 'Wheelio'}
                constraints
                    Wheels => Maker == Wheels.maker
                    Maker != 'Other'
                """);
        CompiledModel compiled = CompiledModel.of(model);
        Feature maker = Objects.requireNonNull(model.find("Maker"));
        Feature wheels = Objects.requireNonNull(model.find("Wheels"));
        assertTrue(compiled.consistent(List.of(Choice.take(wheels), new Choice(maker, true, "Wheelio"))));
        assertTrue(!compiled.consistent(List.of(Choice.take(wheels), new Choice(maker, true, "Somebody"))));
        assertTrue(compiled.consistent(List.of(new Choice(maker, true, "Somebody"))));
        assertTrue(!compiled.consistent(List.of(new Choice(maker, true, "Other"))));
    }

    @Test
    void a_model_of_twenty_thousand_features_is_read_and_settled_where_somebody_looks() {
        StringBuilder text = new StringBuilder("features\n\tRoot\n\t\toptional\n");
        StringBuilder rules = new StringBuilder("constraints\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("\t\t\tG").append(i).append("\n\t\t\t\talternative\n");
            for (int k = 0; k < 9; k++) {
                text.append("\t\t\t\t\tG").append(i).append("_").append(k).append('\n');
            }
            if (i > 0) {
                rules.append("\tG")
                        .append(i)
                        .append("_0 => G")
                        .append(i - 1)
                        .append("_1 | G")
                        .append(i - 1)
                        .append("_2\n");
            }
        }
        CompiledModel compiled =
                CompiledModel.of(UvlReader.read(text.append(rules).toString()));
        assertEquals(20_001, compiled.model().features().size());
        Feature first = Objects.requireNonNull(compiled.model().find("G7_0"));
        Feature other = Objects.requireNonNull(compiled.model().find("G6_3"));
        Standing standing = compiled.standing(List.of(Choice.take(first)), List.of(other), null, Budget.of(10_000));
        assertTrue(standing.settled());
        assertTrue(standing.forbidden(other));
    }
}
