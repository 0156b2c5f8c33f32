package org.weir.delivery.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PspLibraryTest {
    private static final String FILE = """
            ************************************************************************
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           4
               4        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1  R 2
            ------------------------------------------------------------------------
              1      1     0       0    0
              2      1     3       2    0
              3      1     2       2    1
              4      1     0       0    0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1  R 2
                3    1
            ************************************************************************
            """;

    @Test
    void a_file_of_two_jobs_that_share_a_resource_takes_the_sum() {
        Solution solution = new PlanProjects().plan(PspFile.read(FILE.lines().toList()), Effort.evaluations(1, 10));
        assertEquals(5, solution.makespan());
        assertEquals(5, solution.finishes().get("all"));
    }

    @Test
    void every_plan_of_the_library_at_hand_keeps_its_links_and_resources() throws IOException {
        List<Path> files = files();
        Assumptions.assumeFalse(files.isEmpty());
        for (Path file : files) {
            Problem problem = PspFile.read(file);
            Solution solution = new PlanProjects().plan(problem, Effort.evaluations(1, 60));
            assertEquals(List.of(), Faults.of(problem, solution), file::toString);
            assertTrue(solution.makespan() >= solution.lowerBound());
        }
    }

    /** The files in {@code shared/data/schedules} beside or above the project, if it is there. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/data/schedules");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(it -> it.toString().endsWith(".sm")).sorted().forEach(files::add);
                }
                return files;
            }
        }
        return files;
    }
}
