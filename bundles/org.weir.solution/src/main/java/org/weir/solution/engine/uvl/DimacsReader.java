package org.weir.solution.engine.uvl;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.weir.base.api.Text;
import org.weir.solution.engine.ModelException;
import org.weir.solution.engine.solver.Clauses;

/** Reads a feature model in DIMACS, whose comments {@code c 17 name} name the features. */
public final class DimacsReader {
    private DimacsReader() {}

    /** @param features names by variable, from 0; variables without a name are not features and come last */
    public record Formula(List<String> features, Clauses clauses) {}

    /** @throws ModelException with line and reason */
    public static Formula read(String source) {
        TreeMap<Integer, String> names = new TreeMap<>();
        Clauses clauses = new Clauses();
        int line = 0;
        for (String raw : source.split("\r?\n")) {
            line++;
            String text = raw.strip();
            if (text.startsWith("c ")) {
                name(text, names);
            } else if (text.startsWith("p ")) {
                clauses.atLeast(Integer.parseInt(text.split("\\s+")[2]));
            } else if (!text.isEmpty()) {
                clause(text, line, clauses);
            }
        }
        List<String> features = new ArrayList<>();
        for (int variable = 1; names.containsKey(variable); variable++) {
            features.add(names.get(variable));
        }
        clauses.atLeast(features.size());
        return new Formula(features, clauses);
    }

    private static void name(String text, TreeMap<Integer, String> names) {
        String[] words = text.split("\\s+", 3);
        if (words.length == 3 && words[1].chars().allMatch(Character::isDigit)) {
            names.put(Integer.parseInt(words[1]), words[2]);
        }
    }

    private static void clause(String text, int line, Clauses clauses) {
        String[] words = text.split("\\s+");
        int[] literals = new int[words.length - 1];
        try {
            for (int i = 0; i < literals.length; i++) {
                int number = Integer.parseInt(words[i]);
                literals[i] = number > 0 ? 2 * (number - 1) : 2 * (-number - 1) + 1;
            }
        } catch (NumberFormatException e) {
            throw new ModelException(line, 1, Text.of("uvl.expected-number", text));
        }
        clauses.add(literals);
    }
}
