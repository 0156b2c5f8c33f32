package org.weir.records.importing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.RecordType;

/** Says what is wrong with a mapping. */
final class CheckMapping {
    private CheckMapping() {}

    /** @throws ProblemException 422 naming the fields */
    static void check(RecordType type, Mapping mapping, int heads) {
        List<At> wrong = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> mapped : mapping.columns().entrySet()) {
            Field field = type.field(mapped.getKey());
            if (field == null || !field.importable()) {
                wrong.add(new At(mapped.getKey(), Text.of("import.problem.field", mapped.getKey())));
            } else if (mapped.getValue().isEmpty()
                    || mapped.getValue().stream().anyMatch(it -> it < 0 || it >= heads)) {
                wrong.add(new At(mapped.getKey(), Text.of("import.problem.column", heads)));
            }
        }
        for (String key : mapping.keys()) {
            if (!mapping.columns().containsKey(key)) {
                wrong.add(new At(key, Text.of("import.problem.key", key)));
            }
        }
        for (String name : mapping.createMissing()) {
            Field field = type.field(name);
            if (field == null || field.ref().isEmpty() || field.kind() != Kind.REF && field.kind() != Kind.REFS) {
                wrong.add(new At(name, Text.of("import.problem.field", name)));
            }
        }
        if (Locale.forLanguageTag(mapping.language()).getLanguage().isEmpty()) {
            wrong.add(new At("language", Text.of("import.problem.language", mapping.language())));
        }
        if (!mapping.currency().isEmpty() && !isCurrency(mapping.currency())) {
            wrong.add(new At("currency", Text.of("import.problem.currency", mapping.currency())));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(it -> it.getCurrencyCode().equals(code));
    }

    static boolean fits(RecordType type, Mapping mapping, int heads) {
        try {
            check(type, mapping, heads);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
