package org.weir.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the sentence in a stack trace: the words of the innermost cause. */
final class Reason {
    private Reason() {}

    static String of(@Nullable String trace) {
        if (trace == null || trace.isBlank()) {
            return "no reason was given";
        }
        List<String> lines = trace.lines().toList();
        String words = lines.get(0);
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                words = line.substring("Caused by: ".length());
            }
        }
        return withoutType(words.strip());
    }

    private static String withoutType(String words) {
        int colon = words.indexOf(": ");
        boolean typed = colon > 0 && words.substring(0, colon).matches("[\\w.$]+");
        return typed ? words.substring(colon + 2) : words;
    }
}
