package org.weir.records.change;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.row.StatementFailed;

/** What a constraint of the database says, in the words of the record type: for races that the checks cannot see. */
final class Refusal {
    private Refusal() {}

    static RuntimeException of(RecordType type, Map<Field, ? extends @Nullable Object> values, StatementFailed failed) {
        if (failed.violatesUnique()) {
            return new ProblemException(409, Text.of("records.problem.taken"), taken(type, values, failed));
        }
        if (failed.violatesReference()) {
            return ProblemException.conflict(Text.of("records.problem.reference"));
        }
        if (failed.unfit()) {
            return ProblemException.invalid("", Text.of("records.error.unfit"));
        }
        return failed;
    }

    private static List<At> taken(
            RecordType type, Map<Field, ? extends @Nullable Object> values, StatementFailed failed) {
        List<Field> unique = type.fields().stream()
                .filter(it -> it.unique() && values.get(it) != null)
                .toList();
        List<Field> named = unique.stream()
                .filter(it -> failed.says().contains(it.column()))
                .toList();
        List<Field> meant = named.isEmpty() ? unique : named;
        return meant.isEmpty()
                ? List.of(new At("", Text.of("records.error.taken")))
                : meant.stream().map(Wrongs::takenAt).toList();
    }
}
