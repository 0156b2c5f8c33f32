package org.weir.itest.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** What a partner does with the SDK alone, from an empty folder to a bundle at work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerKitIT {
    private static final String ARTIFACT = "com.acme.surveys";

    private PartnerWorkshop workshop;
    private Path project;

    @BeforeAll
    void begin() throws Exception {
        workshop = PartnerWorkshop.in(Path.of("target/partner-workshop").toAbsolutePath());
        project = workshop.begin("com.acme", ARTIFACT, "acme");
    }

    private Path jar() {
        return project.resolve("target").resolve(ARTIFACT + "-1.0-SNAPSHOT.jar");
    }

    @Test
    @Order(1)
    void a_bundle_from_the_archetype_builds_and_passes_with_one_command() throws Exception {
        PartnerWorkshop.Built built = workshop.maven(project, "verify");
        assertEquals(0, built.code(), built.output());
        assertTrue(Files.exists(jar()), built.output());
        try (Stream<Path> reports = Files.list(project.resolve("target/surefire-reports"))) {
            List<String> tests = reports.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".xml"))
                    .toList();
            assertEquals(3, tests.size(), tests::toString);
        }
        try (Stream<Path> sources = Files.walk(project.resolve("src"))) {
            for (Path source : sources.filter(it -> it.toString().matches(".*\\.(java|sql|properties)"))
                    .toList()) {
                assertEquals(-1, Files.readString(source).indexOf("${"), source::toString);
            }
        }
    }

    @Test
    @Order(2)
    void installed_in_a_running_suite_its_records_and_pages_are_there(@TempDir Path base) throws Exception {
        try (Weir weir = new Weir(base).started("--region", "eu", "--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api api = new Api(weir, "demo-admin");
            Files.createDirectories(weir.deploy());
            Path beside = Files.copy(jar(), weir.deploy().resolveSibling("acme.tmp"));
            Files.move(beside, weir.deploy().resolve("acme.jar"));
            Eventually.until("surveys", () -> api.get("/api/acme-survey").statusCode() == 200);
            String account = api.read("/api/account?limit=1")
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            String survey = api.create("acme-survey", Map.of("site", "Kumasi 7", "account", account))
                    .path("id")
                    .asText();
            api.act("acme-survey", survey, "complete", Map.of("loadKw", 4.2));
            assertEquals(
                    "done", api.read("/api/acme-survey/" + survey).path("state").asText());
        }
    }

    @Test
    @Order(3)
    void a_bundle_that_a_region_cannot_satisfy_does_not_build_and_hears_why() throws Exception {
        Path instructions = project.resolve("bnd.bnd");
        String good = Files.readString(instructions);
        Files.writeString(instructions, good + "Import-Package: com.absent;version=\"[1,2)\", *\n");
        try {
            PartnerWorkshop.Built built = workshop.maven(project, "clean", "package", "-Dmaven.test.skip=true");
            assertNotEquals(0, built.code(), built.output());
            assertTrue(built.output().contains("com.absent"), built.output());
        } finally {
            Files.writeString(instructions, good);
        }
    }

    @Test
    @Order(4)
    void a_text_that_lacks_its_translation_fails_the_contract() throws IOException, InterruptedException {
        Path texts = project.resolve("src/main/resources/OSGI-INF/l10n/acme.properties");
        String good = Files.readString(texts);
        Files.writeString(texts, good + "acme.alone=Only in English\n");
        try {
            PartnerWorkshop.Built built = workshop.maven(project, "clean", "package", "-Dtest=BundleContractTest");
            assertNotEquals(0, built.code(), built.output());
            assertTrue(built.output().contains("acme.alone"), built.output());
        } finally {
            Files.writeString(texts, good);
        }
    }
}
