package org.weir.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void every_text_is_there_in_english_and_chinese() throws IOException {
        int files = 0;
        for (Path english : englishFiles()) {
            Path chinese = Path.of(english.toString().replace(".properties", "_zh_CN.properties"));
            assertTrue(Files.exists(chinese), chinese + " is missing");
            assertEquals(keys(english), keys(chinese), english.toString());
            files++;
        }
        assertTrue(files > 5, "text files found: " + files);
    }

    @Test
    void every_text_is_a_pattern_that_parses_and_no_key_stands_in_two_bundles() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Path english : englishFiles()) {
            Path chinese = Path.of(english.toString().replace(".properties", "_zh_CN.properties"));
            for (Path file : List.of(english, chinese)) {
                Properties texts = load(file);
                for (String key : texts.stringPropertyNames()) {
                    try {
                        new MessageFormat(texts.getProperty(key));
                    } catch (IllegalArgumentException e) {
                        wrong.add(file.getFileName() + " " + key + ": " + e.getMessage());
                    }
                    if (texts.getProperty(key).isBlank()) {
                        wrong.add(file.getFileName() + " " + key + " is empty");
                    }
                }
            }
            keys(english).stream().filter(it -> !seen.add(it)).forEach(it -> wrong.add(it + " stands in two bundles"));
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Path> englishFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Bundles.Built bundle : Bundles.all()) {
            Path folder = bundle.folder().resolve("src/main/resources/OSGI-INF/l10n");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.list(folder)) {
                    found.filter(it -> it.toString().endsWith(".properties")
                                    && !it.getFileName().toString().contains("_"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    private static Set<String> keys(Path file) {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(Path file) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
