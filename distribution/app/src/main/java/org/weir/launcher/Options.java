package org.weir.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param words what stands behind the command, for those that take some
 */
record Options(String command, Optional<String> region, boolean demo, List<String> words) {
    static final String USAGE = """
            Usage: weir run|start [--region NAME] [--demo] | stop | status
                   weir doctor [indexes|mend] | console [COMMAND] | backup [FILE] | restore FILE | migrate JDBC-URL [USER]""";

    /** Those that take words of their own, and how many at most. */
    private static final Set<String> WITH_WORDS = Set.of("doctor", "console", "backup", "restore", "migrate");

    static Options of(String... arguments) throws CannotStart {
        String command = "";
        Optional<String> region = Optional.empty();
        boolean demo = false;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (WITH_WORDS.contains(command) && !argument.startsWith("--")) {
                words.add(argument);
            } else if (argument.equals("--demo")) {
                demo = true;
            } else if (argument.equals("--region") && i + 1 < arguments.length) {
                region = Optional.of(arguments[++i]);
            } else if (argument.startsWith("--region=")) {
                region = Optional.of(argument.substring("--region=".length()));
            } else if (command.isEmpty() && !argument.startsWith("-")) {
                command = argument;
            } else {
                throw new CannotStart("\"" + argument + "\" is not understood. " + USAGE);
            }
        }
        return new Options(command, region, demo, List.copyOf(words));
    }
}
