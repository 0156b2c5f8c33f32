package org.weir.testkit.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Text;
import org.weir.testkit.TextKeys;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.TestDatabase;

/**
 * What every bundle keeps to, whatever it brings. A test class extends it, is run by Maven in the bundle's own folder, and
 * names with {@code @Schemas} every schema that the bundle's components ask for (see {@link RecordHouse}).
 */
public abstract class BundleContract {
    private static final Pattern TABLE =
            Pattern.compile("(?i)\\b(?:from|join|into|update|references|table|on)\\s+([a-z_]+)\\.[a-z_]+");

    @OnEachDatabase
    void every_component_can_be_made(TestDatabase databases) {
        Components components = new RecordHouse(databases).components();
        List<Description> mine = mine(components);
        assertFalse(mine.isEmpty(), "no component is described in target/classes");
        List<String> waiting = new ArrayList<>();
        for (Description description : mine) {
            if (components.make(description).isEmpty()) {
                waiting.add(description.className() + " waits for "
                        + components.waiting().get(description.className()));
            }
        }
        assertEquals(List.of(), waiting);
    }

    @OnEachDatabase
    void every_contribution_names_its_permission_and_its_texts(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        List<String> wrong = new ArrayList<>();
        for (Description description : mine(house.components())) {
            house.components().make(description).ifPresent(it -> {
                told(it, "permission", String.class)
                        .filter(String::isBlank)
                        .ifPresent(no -> wrong.add(description.className() + " asks for no permission"));
                for (String text : List.of("label", "title", "summary")) {
                    told(it, text, Text.class)
                            .filter(key -> house.texts()
                                    .find(Locale.ENGLISH, key.key())
                                    .isEmpty())
                            .ifPresent(key ->
                                    wrong.add(description.className() + ": the text " + key.key() + " is missing"));
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_text_is_there_in_every_language() throws IOException {
        Path folder = Path.of("src/main/resources/OSGI-INF/l10n");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(it -> String.valueOf(it.getFileName()))
                        .filter(it -> it.endsWith(".properties") && !it.contains("_"))
                        .map(it -> it.replace(".properties", ""))
                        .forEach(TextKeys::assertComplete);
            }
        }
    }

    @OnEachDatabase
    void sql_names_the_schemas_of_this_bundle_only(TestDatabase databases) throws IOException {
        Path migrations = Path.of("src/main/resources/db");
        List<String> own = new ArrayList<>();
        if (Files.isDirectory(migrations)) {
            try (Stream<Path> folders = Files.list(migrations)) {
                folders.forEach(it -> own.add(String.valueOf(it.getFileName())));
            }
        }
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(it -> it.toString().matches(".*\\.(java|sql)")).toList()) {
                Matcher matcher = TABLE.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (databases.has(matcher.group(1)) && !own.contains(matcher.group(1))) {
                        wrong.add(file.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Description> mine(Components components) {
        String here;
        try {
            here = Path.of("target/classes").toRealPath().toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String path = here.replaceFirst("^file:/+", "/");
        return components.descriptions().stream()
                .filter(it -> it.root().replaceFirst("^file:/+", "/").equals(path))
                .toList();
    }

    /** What the contribution says of itself, if it has such a method. */
    private static <T> Optional<T> told(Object contribution, String method, Class<T> type) {
        try {
            Method found = contribution.getClass().getMethod(method);
            return found.getReturnType() == type
                    ? Optional.ofNullable(type.cast(found.invoke(contribution)))
                    : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(contribution.getClass().getName() + "." + method, e);
        }
    }
}
