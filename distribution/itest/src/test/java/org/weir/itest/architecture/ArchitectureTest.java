package org.weir.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Pattern WEIR_PACKAGE = Pattern.compile("(?<![\\w.\"])(org\\.weir(?:\\.\\w+)+)");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(Bundles.ours().stream().map(Bundles.Built::classes).toArray(Path[]::new));

    @Test
    void every_bundle_stands_in_the_table() {
        Set<String> built = new TreeSet<>();
        Bundles.ours().forEach(it -> built.add(it.name().substring("org.weir.".length())));
        assertEquals(new TreeSet<>(Edges.ALLOWED.keySet()), built);
    }

    @Test
    void only_packages_named_api_are_exported() {
        List<String> wrong = new ArrayList<>();
        for (Bundles.Built bundle : Bundles.ours()) {
            for (String exported : packages(bundle.header("Export-Package"))) {
                if (!exported.equals(bundle.name() + ".api")) {
                    wrong.add(bundle.name() + " exports " + exported);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void bundles_import_each_others_api_only_and_only_along_the_arrows() {
        List<String> wrong = new ArrayList<>();
        for (Bundles.Built bundle : Bundles.ours()) {
            Set<String> allowed = Edges.ALLOWED.get(bundle.name().substring("org.weir.".length()));
            for (String imported : packages(bundle.header("Import-Package"))) {
                if (imported.startsWith("org.weir.lib.") || imported.startsWith(bundle.name() + ".")) {
                    continue;
                }
                String from = imported.replaceFirst("^org\\.weir\\.", "").replaceFirst("\\.api$", "");
                if (!imported.endsWith(".api") || allowed == null || !allowed.contains(from)) {
                    wrong.add(bundle.name() + " imports " + imported);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void classes_use_other_bundles_through_their_api_packages() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass one : CLASSES) {
            one.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target = dependency.getTargetClass().getPackageName();
                String mine = bundleOf(one.getPackageName());
                String theirs = bundleOf(target);
                if (!theirs.isEmpty() && !theirs.equals(mine) && !target.equals(theirs + ".api")) {
                    wrong.add(dependency.getDescription());
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void names_say_what_a_thing_does() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass one : CLASSES) {
            if (one.getSimpleName().matches(".*(Impl|Manager|Utils?|Helper|DTO)")) {
                wrong.add(one.getName());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobody_writes_to_the_console_or_mutes_an_error() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass one : CLASSES) {
            one.getFieldAccessesFromSelf().stream()
                    .filter(it -> it.getTargetOwner().isEquivalentTo(System.class))
                    .forEach(it -> wrong.add(it.getDescription()));
            one.getMethodCallsFromSelf().stream()
                    .filter(it -> it.getName().equals("printStackTrace")
                            && it.getTarget().getParameterTypes().isEmpty())
                    .forEach(it -> wrong.add(it.getDescription()));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_page_tab_panel_and_entry_names_its_permission() {
        Set<String> slots = Set.of(
                "org.weir.web.api.Page",
                "org.weir.web.api.RecordTab",
                "org.weir.web.api.RecordPanel",
                "org.weir.web.api.HomeCard",
                "org.weir.web.api.NavEntry",
                "org.weir.web.api.DaySource",
                "org.weir.web.api.CockpitFigure",
                "org.weir.web.api.CockpitPanel",
                "org.weir.rest.api.Resource",
                "org.weir.rest.api.Operation");
        int seen = 0;
        for (JavaClass one : CLASSES) {
            boolean contributed = one.getAllRawInterfaces().stream().anyMatch(it -> slots.contains(it.getName()));
            if (contributed
                    && !one.isInterface()
                    && !one.getModifiers().toString().contains("ABSTRACT")) {
                assertTrue(
                        one.getAllMethods().stream()
                                .anyMatch(it -> it.getName().equals("permission")
                                        && !it.getOwner().isInterface()),
                        one.getName());
                seen++;
            }
        }
        assertTrue(seen > 3, "pages found: " + seen);
    }

    @Test
    void the_picture_has_no_cycle() {
        Edges.ALLOWED.forEach((bundle, uses) ->
                uses.forEach(used -> assertFalse(reaches(used, bundle), bundle + " and " + used + " use each other")));
    }

    private static boolean reaches(String from, String to) {
        return from.equals(to)
                || Edges.ALLOWED.getOrDefault(from, Set.of()).stream().anyMatch(it -> reaches(it, to));
    }

    /** The bundle a package of ours belongs to: the longest bundle name it begins with; empty for others' packages. */
    private static String bundleOf(String packageName) {
        return Edges.ALLOWED.keySet().stream()
                .map(it -> "org.weir." + it)
                .filter(it -> packageName.equals(it) || packageName.startsWith(it + "."))
                .max((a, b) -> a.length() - b.length())
                .orElse("");
    }

    private static Set<String> packages(String header) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = WEIR_PACKAGE.matcher(header.replaceAll("\"[^\"]*\"", ""));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
