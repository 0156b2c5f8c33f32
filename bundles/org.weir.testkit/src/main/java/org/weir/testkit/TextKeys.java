package org.weir.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.text.MessageFormat;
import java.util.List;
import java.util.TreeSet;
import org.weir.base.texts.TextFile;

/** Checks a bundle's texts. */
public final class TextKeys {
    private TextKeys() {}

    /**
     * The bundle has the same keys in every language, no text is empty, every pattern compiles and takes as many
     * arguments in each language.
     *
     * @param name as in {@code OSGI-INF/l10n/NAME.properties}
     */
    public static void assertComplete(String name) {
        List<TextFile> files = TextFiles.of(name);
        TextFile english = files.get(0);
        for (TextFile file : files) {
            assertEquals(
                    String.join("\n", new TreeSet<>(english.texts().keySet())),
                    String.join("\n", new TreeSet<>(file.texts().keySet())),
                    () -> "keys of " + name + " in " + file.locale());
            file.texts()
                    .forEach((key, pattern) -> assertEquals(
                            arguments(key, english.texts().getOrDefault(key, "")),
                            arguments(key, pattern),
                            () -> "arguments of " + key + " in " + file.locale()));
        }
    }

    private static int arguments(String key, String pattern) {
        if (pattern.isBlank()) {
            fail(key + " is empty");
        }
        try {
            return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
        } catch (IllegalArgumentException e) {
            return fail(key + " is not a pattern: " + pattern, e);
        }
    }
}
