package org.weir.solution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.solver.Consequences;
import org.weir.solution.engine.solver.Search;
import org.weir.solution.engine.uvl.DimacsReader;
import org.weir.solution.engine.uvl.UvlReader;

final class PublishedModelsTest {
    @Test
    void core_and_dead_features_are_as_published() throws IOException {
        assumeTrue(PublishedModels.folder().isPresent());
        Path models = PublishedModels.folder().orElseThrow();
        List<String> lines = Files.readAllLines(models.resolve("published.csv"));
        assertEquals(7, lines.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            DimacsReader.Formula formula = DimacsReader.read(Files.readString(models.resolve(cells[1])));
            int features = formula.features().size();
            Consequences.Result result = new Consequences(formula.clauses())
                    .of(
                            new Search(formula.clauses()),
                            new int[0],
                            IntStream.range(0, features).toArray(),
                            List.of(),
                            Budget.of(1_000_000));
            assertTrue(result.complete(), line);
            int core = 0;
            int dead = 0;
            for (int i = 0; i < features; i++) {
                core += result.state()[i] > 0 ? 1 : 0;
                dead += result.state()[i] < 0 ? 1 : 0;
            }
            assertEquals(cells[3] + " core, " + cells[4] + " dead", core + " core, " + dead + " dead", cells[0]);
        }
    }

    @Test
    void every_uvl_file_loads_and_has_products() throws IOException {
        assumeTrue(PublishedModels.folder().isPresent());
        List<Path> files =
                PublishedModels.files(PublishedModels.folder().orElseThrow().resolve("uvl"));
        assertEquals(7, files.size());
        for (Path file : files) {
            CompiledModel compiled = CompiledModel.of(UvlReader.read(Files.readString(file)));
            assertFalse(compiled.isVoid(), file.toString());
            assertTrue(compiled.bare().settled(), file.toString());
        }
    }
}
