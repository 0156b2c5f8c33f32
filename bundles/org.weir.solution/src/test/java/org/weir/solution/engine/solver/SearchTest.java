package org.weir.solution.engine.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SearchTest {
    private static final int VARIABLES = 11;

    @Test
    void consequences_are_those_of_brute_force() {
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            Clauses clauses = problem(random);
            Search search = new Search(clauses);
            Consequences consequences = new Consequences(clauses);
            List<boolean[]> known = new ArrayList<>();
            for (int question = 0; question < 4; question++) {
                int[] assumed = IntStream.range(0, question)
                        .map(it -> random.nextInt(2 * VARIABLES))
                        .toArray();
                byte[] expected = bruteForce(clauses, assumed);
                Consequences.Result result = consequences.of(
                        search, assumed, IntStream.range(0, VARIABLES).toArray(), known, Budget.of(100_000));
                String where = "seed " + seed + " question " + question;
                assertEquals(expected.length > 0, result.possible(), where);
                if (result.possible()) {
                    known.addAll(result.witnesses());
                    for (int i = 0; i < VARIABLES; i++) {
                        assertEquals(expected[i], result.state()[i], where + " variable " + i);
                    }
                    result.witnesses().forEach(it -> assertTrue(meets(clauses, it), where));
                }
            }
        }
    }

    private static Clauses problem(Random random) {
        Clauses clauses = new Clauses();
        clauses.atLeast(VARIABLES);
        int count = 5 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            int[] literals = new int[1 + random.nextInt(4)];
            if (literals.length == 1 && random.nextInt(4) > 0) {
                continue;
            }
            for (int k = 0; k < literals.length; k++) {
                literals[k] = random.nextInt(2 * VARIABLES);
            }
            clauses.add(literals);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int[] literals = random.ints(0, VARIABLES)
                    .distinct()
                    .limit(6)
                    .map(it -> 2 * it + random.nextInt(2))
                    .toArray();
            long[] weights = random.longs(literals.length, 1, 8).toArray();
            clauses.addSum(literals, weights, 1 + random.nextInt(20));
        }
        return clauses;
    }

    private static byte[] bruteForce(Clauses clauses, int[] assumed) {
        byte[] seen = new byte[VARIABLES];
        boolean any = false;
        boolean[] values = new boolean[VARIABLES];
        for (int bits = 0; bits < 1 << VARIABLES; bits++) {
            for (int i = 0; i < VARIABLES; i++) {
                values[i] = (bits >> i & 1) == 1;
            }
            if (IntStream.of(assumed).allMatch(it -> holds(it, values)) && meets(clauses, values)) {
                any = true;
                for (int i = 0; i < VARIABLES; i++) {
                    seen[i] |= (byte) (values[i] ? 1 : 2);
                }
            }
        }
        for (int i = 0; i < VARIABLES; i++) {
            seen[i] = (byte) (seen[i] == 1 ? 1 : seen[i] == 2 ? -1 : 0);
        }
        return any ? seen : new byte[0];
    }

    private static boolean meets(Clauses clauses, boolean[] values) {
        for (int[] clause : clauses.clauses()) {
            if (IntStream.of(clause).noneMatch(it -> holds(it, values))) {
                return false;
            }
        }
        for (Clauses.Sum sum : clauses.sums()) {
            long total = 0;
            for (int i = 0; i < sum.literals().length; i++) {
                total += holds(sum.literals()[i], values) ? sum.weights()[i] : 0;
            }
            if (total < sum.bound()) {
                return false;
            }
        }
        return !clauses.contradictory();
    }

    private static boolean holds(int literal, boolean[] values) {
        return values[literal >> 1] == ((literal & 1) == 0);
    }
}
