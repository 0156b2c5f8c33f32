package org.weir.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that partners may implement has a compiled example, and the guide leads to it. */
class ExtensionPointsTest {
    private static final Path GUIDE = Path.of("distribution/docs/guide/partners.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    /** Sources below a folder, by their class's name. */
    private static Map<String, String> sources(String bundle) {
        Path folder = Bundles.root().resolve("bundles").resolve(bundle).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")
                            && !it.getFileName().toString().equals("package-info.java"))
                    .collect(Collectors.toMap(
                            it -> it.getFileName().toString().replace(".java", ""),
                            ExtensionPointsTest::text,
                            (one, other) -> one + other,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> extensionPoints() {
        try (Stream<Path> bundles = Files.list(Bundles.root().resolve("bundles"))) {
            return bundles.filter(it -> Files.isDirectory(it.resolve("src/main/java")))
                    .flatMap(it -> sources(it.getFileName().toString()).entrySet().stream())
                    .filter(it -> it.getValue().contains("\n@ConsumerType\n"))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> implementations(String extensionPoint) {
        Pattern implementing = Pattern.compile("class \\w+[^{]* implements [^{]*\\b" + extensionPoint + "\\b");
        return Stream.of("org.weir.partner.example", "org.weir.partner.gallery")
                .flatMap(it -> sources(it).entrySet().stream())
                .filter(it -> implementing.matcher(it.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void every_extension_point_has_an_example_to_which_the_guide_leads() {
        List<String> guide = text(Bundles.root().resolve(GUIDE)).lines().toList();
        List<String> points = extensionPoints();
        assertTrue(points.contains("RecordTab"), points::toString);
        List<String> missing = new ArrayList<>();
        for (String point : points) {
            List<String> examples = implementations(point);
            if (examples.isEmpty()) {
                missing.add(point + " has no example in org.weir.partner.example or org.weir.partner.gallery");
            } else if (guide.stream()
                    .filter(it -> it.startsWith("|") && it.matches(".*\\b" + point + "`.*"))
                    .noneMatch(row -> examples.stream().anyMatch(it -> row.contains("[" + it + "](")))) {
                missing.add(point + " has no row in " + GUIDE + " that leads to one of " + examples);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void what_the_guide_leads_to_is_there() {
        Path guide = Bundles.root().resolve(GUIDE);
        Matcher links = LINK.matcher(text(guide));
        while (links.find()) {
            Path target = guide.resolveSibling(links.group(1)).normalize();
            assertTrue(Files.exists(target), target::toString);
        }
    }
}
