package org.weir.operations.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What {@code bin/weir NAME} does inside the running Weir. A service. */
public interface Command {
    String name();

    /**
     * @param arguments what stands behind the name
     * @param in what the person types
     * @param out what the person reads
     * @return 0 when it was done
     */
    int run(List<String> arguments, BufferedReader in, PrintStream out) throws IOException, InterruptedException;
}
