package org.weir.web.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StaticFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path STATIC = RESOURCES.resolve("static");
    private static final Path WEIR = STATIC.resolve("weir");
    private static final Path PAGES = Path.of("src/test/pages");

    @Test
    void every_vendored_file_is_the_one_that_is_listed() throws IOException, NoSuchAlgorithmException {
        List<MatchResult> rows = all("`static/(\\S+)` \\| `(\\w{64})`", Files.readString(Path.of("LIBRARIES.md")));
        assertEquals(3, rows.size());
        for (MatchResult row : rows) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(STATIC.resolve(row.group(1))));
            assertEquals(row.group(2), HexFormat.of().formatHex(hash), row.group(1));
        }
    }

    @Test
    void every_text_of_the_scripts_is_there_in_both_languages() throws IOException {
        Set<String> keys = all("'(js\\.[\\w.]+)':", Files.readString(WEIR.resolve("texts.js"))).stream()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(keys.isEmpty());
        assertEquals(keys, keys("web-assets.properties"));
        assertEquals(keys, keys("web-assets_zh_CN.properties"));
    }

    @Test
    void nothing_in_the_pages_needs_what_the_security_policy_forbids() {
        for (Path page : files(PAGES, ".html")) {
            String html = read(page);
            assertEquals(List.of(), found("\\s(style|on\\w+|hx-on\\S*)=", html), page.toString());
            assertEquals(List.of(), found("<(style|script(?![^>]* src=))[^>]*>", html), page.toString());
        }
        for (Path script : files(WEIR, ".js")) {
            assertEquals(
                    List.of(),
                    found("\\beval\\(|\\bFunction\\(|setAttribute\\('style'", read(script)),
                    script.toString());
        }
    }

    @Test
    void every_icon_that_is_used_is_in_the_sprite() {
        Set<String> icons = found("<symbol id=\"([\\w-]+)\"", read(WEIR.resolve("icons.svg"))).stream()
                .map(it -> it.substring(12, it.length() - 1))
                .collect(Collectors.toSet());
        for (Path page : files(PAGES, ".html")) {
            for (MatchResult use : all("icons\\.svg#([\\w-]+)", read(page))) {
                assertTrue(icons.contains(use.group(1)), page + " uses " + use.group(1));
            }
        }
        for (Path script : files(WEIR, ".js")) {
            for (MatchResult use : all("\\bicon\\('([\\w-]+)'", read(script))) {
                assertTrue(icons.contains(use.group(1)), script + " uses " + use.group(1));
            }
        }
    }

    @Test
    void colours_are_named_in_the_tokens_only() {
        assertEquals(List.of(), found("#[0-9a-f]{6}\\b|rgb\\(", read(WEIR.resolve("weir.css"))));
    }

    @Test
    void addresses_are_relative_so_that_a_hash_may_stand_before_them() {
        for (Path file : files(WEIR, ".js")) {
            assertEquals(List.of(), found("(from|import\\()\\s*'/", read(file)), file.toString());
        }
        assertEquals(List.of(), found("url\\(['\"]?/", read(WEIR.resolve("weir.css"))));
    }

    private static Set<String> keys(String name) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(RESOURCES.resolve("OSGI-INF/l10n").resolve(name))) {
            texts.load(in);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static List<String> found(String pattern, String text) {
        return all(pattern, text).stream().map(MatchResult::group).toList();
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> some =
                    files.filter(it -> it.toString().endsWith(end)).sorted().toList();
            assertFalse(some.isEmpty(), folder.toString());
            return some;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
