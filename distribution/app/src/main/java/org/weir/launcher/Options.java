package org.weir.launcher;

import java.util.Optional;

/** What was asked for on the command line. */
record Options(String command, Optional<String> region, boolean demo) {
    static final String USAGE = "Usage: weir run|start|stop|status [--region NAME] [--demo]";

    static Options of(String... arguments) throws CannotStart {
        String command = "";
        Optional<String> region = Optional.empty();
        boolean demo = false;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--demo")) {
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
        return new Options(command, region, demo);
    }
}
