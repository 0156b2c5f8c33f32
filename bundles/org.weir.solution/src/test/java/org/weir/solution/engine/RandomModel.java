package org.weir.solution.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small models in UVL, made up from a seed: groups of every kind, quantities, attributes, rules of every kind. */
final class RandomModel {
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final List<String> weighed = new ArrayList<>();
    private final StringBuilder text = new StringBuilder("features\n");

    private RandomModel(long seed) {
        random = new Random(seed);
    }

    static String of(long seed) {
        RandomModel model = new RandomModel(seed);
        model.feature("\t", 0);
        model.rules();
        return model.text.toString();
    }

    private void feature(String indent, int depth) {
        String name = "F" + names.size();
        names.add(name);
        text.append(indent).append(name);
        if (depth > 0 && counted.size() < 3 && random.nextInt(4) == 0) {
            int min = random.nextInt(3);
            text.append(" cardinality [")
                    .append(min)
                    .append("..")
                    .append(min + 1 + random.nextInt(2))
                    .append(']');
            counted.add(name);
        }
        if (random.nextInt(2) == 0) {
            text.append(" {w ").append(random.nextInt(9) - 2);
            text.append(random.nextInt(3) == 0 ? ".5" : "").append('}');
            weighed.add(name);
        }
        text.append('\n');
        for (int groups = random.nextInt(depth == 0 ? 2 : 1) + (depth == 0 ? 1 : 0);
                depth < 3 && groups >= 0 && names.size() < 9;
                groups--) {
            group(indent + "\t", depth);
        }
    }

    private void group(String indent, int depth) {
        int size = 1 + random.nextInt(3);
        String[] kinds = {
            "mandatory", "optional", "or", "alternative", "[" + random.nextInt(2) + ".." + (1 + random.nextInt(2)) + "]"
        };
        text.append(indent).append(kinds[random.nextInt(kinds.length)]).append('\n');
        for (int i = 0; i < size; i++) {
            feature(indent + "\t", depth + 1);
        }
    }

    private void rules() {
        int count = random.nextInt(4);
        text.append("constraints\n");
        for (int i = 0; i < count; i++) {
            text.append('\t').append(rule(2)).append('\n');
        }
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }

    private String rule(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return random.nextInt(3) == 0 ? compare() : name();
        }
        return switch (random.nextInt(6)) {
            case 0 -> "!(" + rule(depth - 1) + ")";
            case 1 -> "(" + rule(depth - 1) + " & " + rule(depth - 1) + ")";
            case 2 -> "(" + rule(depth - 1) + " | " + rule(depth - 1) + ")";
            case 3 -> "(" + rule(depth - 1) + " <=> " + rule(depth - 1) + ")";
            default -> "(" + rule(depth - 1) + " => " + rule(depth - 1) + ")";
        };
    }

    private String compare() {
        String[] how = {"==", "!=", "<", "<=", ">", ">="};
        return value(1) + " " + how[random.nextInt(how.length)] + " " + value(1);
    }

    private String value(int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 7);
        if (kind == 0 || (kind < 3 && weighed.isEmpty())) {
            return String.valueOf(random.nextInt(12));
        }
        return switch (kind) {
            case 1 -> random.nextBoolean() ? "sum(w)" : "sum(" + name() + ", w)";
            case 2 -> random.nextBoolean() ? "avg(w)" : weighed.get(random.nextInt(weighed.size())) + ".w";
            case 3 -> counted.isEmpty() ? name() : counted.get(random.nextInt(counted.size()));
            case 4 -> "(" + value(0) + " + " + value(0) + ")";
            case 5 -> "(" + value(0) + " * " + value(0) + ")";
            default -> "(" + value(0) + (random.nextBoolean() ? " - " : " / ") + value(0) + ")";
        };
    }
}
