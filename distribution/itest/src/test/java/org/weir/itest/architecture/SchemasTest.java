package org.weir.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL names only its own schema. What the record kit writes, it writes from declared types, so no name stands in its code. */
class SchemasTest {
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|references|table|on)\\s+([a-z_]+)\\.[a-z_]+");

    @Test
    void sql_names_only_its_own_schema() throws IOException {
        Set<String> schemas = new HashSet<>();
        for (Bundles.Built bundle : Bundles.ours()) {
            if (!bundle.header("Weir-Schema").isEmpty()) {
                schemas.add(bundle.header("Weir-Schema"));
            }
        }
        assertTrue(schemas.contains("relationship"), schemas::toString);
        List<String> wrong = new ArrayList<>();
        int statements = 0;
        for (Bundles.Built bundle : Bundles.ours()) {
            for (Path file : sources(bundle.folder())) {
                Matcher matcher = TABLE.matcher(Files.readString(file));
                while (matcher.find()) {
                    String schema = matcher.group(1);
                    statements++;
                    if (schemas.contains(schema) && !schema.equals(bundle.header("Weir-Schema"))) {
                        wrong.add(bundle.name() + ": " + file.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        assertTrue(statements > 10, "statements found: " + statements);
        assertEquals(List.of(), wrong);
    }

    private static List<Path> sources(Path bundle) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/main/resources/db")) {
            if (Files.isDirectory(bundle.resolve(folder))) {
                try (Stream<Path> found = Files.walk(bundle.resolve(folder))) {
                    found.filter(it -> it.toString().endsWith(".java")
                                    || it.toString().endsWith(".sql"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
