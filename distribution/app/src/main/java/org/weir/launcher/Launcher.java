package org.weir.launcher;

import java.nio.file.Path;

/** What {@code bin/weir} calls. */
public final class Launcher {
    private Launcher() {}

    /** Ends the process: 0 after an orderly stop, 1 when Weir cannot start; {@code status} has codes of its own. */
    public static void main(String... arguments) {
        System.exit(codeOf(arguments));
    }

    private static int codeOf(String... arguments) {
        try {
            Options options = Options.of(arguments);
            Path installation = folder("weir.home");
            Home home = new Home(
                    installation, System.getProperty("weir.base", "").isEmpty() ? installation : folder("weir.base"));
            switch (options.command()) {
                case "run" -> new Run(home, options, System.getenv()).untilStopped();
                case "status" -> {
                    return new Status(home).print();
                }
                case "doctor" -> {
                    return new Doctor(home, System.getenv()).examine(options.words());
                }
                case "console", "backup", "restore", "migrate" -> {
                    return new Operate(home, options, System.getenv()).code();
                }
                default -> throw new CannotStart(Options.USAGE);
            }
            return 0;
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            System.err.println("It failed: " + e);
            e.printStackTrace();
            return 1;
        }
    }

    private static Path folder(String property) {
        return Path.of(System.getProperty(property, ".")).toAbsolutePath().normalize();
    }
}
