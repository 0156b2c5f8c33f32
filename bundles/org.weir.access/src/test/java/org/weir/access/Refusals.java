package org.weir.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;
import org.weir.base.api.ProblemException;

/** Looks at how something was refused. */
public final class Refusals {
    private Refusals() {}

    public static ProblemException refused(int status, Executable call) {
        ProblemException problem = assertThrows(ProblemException.class, call);
        assertEquals(status, problem.status(), problem.getMessage());
        return problem;
    }

    /** Each as {@code field=text key}. */
    public static Set<String> wrongFields(Executable call) {
        return refused(422, call).fields().stream()
                .map(at -> at.field() + "=" + at.text().key())
                .collect(Collectors.toSet());
    }
}
