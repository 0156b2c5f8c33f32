package org.weir.itest.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** A client is generated from what the running suite says of itself, compiled, and used. */
class GeneratedClientIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USE = "/client/UseAccounts.java";

    @Test
    void a_generated_client_creates_reads_lists_changes_and_deletes(@TempDir Path folder) throws Exception {
        try (Weir weir = new Weir(folder.resolve("weir")).started("--demo")) {
            // the demo is being made, in long transactions
            Eventually.until(
                    "the document",
                    () -> new Api(weir, "demo-admin").get("/api/openapi.json").statusCode() == 200);
            ObjectNode whole = (ObjectNode) new Api(weir, "demo-admin").read("/api/openapi.json");
            SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(whole.toString(), null, null);
            assertNotNull(parsed.getOpenAPI());
            assertEquals(List.of(), parsed.getMessages());

            Path sources = generate(PartOfApi.of(whole, "account"), Files.createDirectories(folder.resolve("client")));
            Path classes = compile(sources, Files.createDirectories(folder.resolve("classes")));
            try (URLClassLoader loader = new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
                loader.loadClass("UseAccounts")
                        .getMethod("main", String[].class)
                        .invoke(null, (Object) new String[] {weir.url(), "demo-admin:channel-deep-dam-low"});
            }
        }
    }

    private static Path generate(ObjectNode description, Path folder) throws Exception {
        Path file = folder.resolve("openapi.json");
        JSON.writeValue(file.toFile(), description);
        CodegenConfigurator java = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(file.toString())
                .setOutputDir(folder.toString())
                .addAdditionalProperty("openApiNullable", "false")
                .addAdditionalProperty("useJakartaEe", "true")
                .addAdditionalProperty("hideGenerationTimestamp", "true");
        for (String every : List.of("apis", "models", "supportingFiles")) {
            java.addGlobalProperty(every, "");
        }
        for (String none : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
            java.addGlobalProperty(none, "false");
        }
        new DefaultGenerator().opts(java.toClientOptInput()).generate();
        return folder.resolve("src/main/java");
    }

    private static Path compile(Path sources, Path classes) throws Exception {
        Path use = sources.resolve("UseAccounts.java");
        try (var in = GeneratedClientIT.class.getResourceAsStream(USE)) {
            assertNotNull(in);
            Files.write(use, in.readAllBytes());
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = new ArrayList<>(
                    all.filter(it -> it.toString().endsWith(".java")).toList());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ENGLISH, null)) {
            List<String> options = List.of("-d", classes.toString(), "-proc:none", "-nowarn");
            assertTrue(
                    compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                            .call(),
                    said::toString);
        }
        return classes;
    }
}
