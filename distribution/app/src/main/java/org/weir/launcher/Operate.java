package org.weir.launcher;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleException;

/** The verbs of operations: with the running Weir where there is one, otherwise with its data alone. */
final class Operate {
    private static final int TWO_WORDS = 2;

    private final Home home;
    private final Options options;
    private final Map<String, String> environment;

    Operate(Home home, Options options, Map<String, String> environment) {
        this.home = home;
        this.options = options;
        this.environment = environment;
    }

    /** 0 when it was done. */
    int code() throws CannotStart, IOException, InterruptedException, BundleException {
        boolean runs = Ownership.held(home.data());
        return switch (options.command()) {
            case "console" -> console(runs);
            case "backup" -> backup(runs);
            case "restore" -> restore(runs);
            case "migrate" -> migrate(runs);
            default -> throw new CannotStart(Options.USAGE);
        };
    }

    private int console(boolean runs) throws CannotStart, IOException {
        if (!runs) {
            throw new CannotStart("Weir is not running, so there is nothing to look into.");
        }
        boolean asked = options.words().isEmpty();
        return new Control(home)
                .call(words(options.words()), asked ? System.in : InputStream.nullInputStream(), System.out);
    }

    private int backup(boolean runs) throws CannotStart, IOException, InterruptedException, BundleException {
        List<String> files = new ArrayList<>();
        for (String file : options.words()) {
            files.add(Path.of(file).toAbsolutePath().normalize().toString());
        }
        if (files.size() > 1) {
            throw new CannotStart(Options.USAGE);
        }
        return runs
                ? new Control(home).call(words(files), InputStream.nullInputStream(), System.out)
                : new Offline(home, environment).call(options.region(), words(files));
    }

    private int restore(boolean runs) throws CannotStart, IOException, InterruptedException, BundleException {
        if (options.words().size() != 1) {
            throw new CannotStart(Options.USAGE);
        }
        if (runs) {
            throw new CannotStart("Weir is running with the data in " + home.base()
                    + "; a restore needs an empty data folder and database.");
        }
        Path archive = Path.of(options.words().get(0)).toAbsolutePath().normalize();
        Optional<String> region = options.region().isPresent() ? options.region() : Restored.region(archive);
        int code = new Offline(home, environment).call(region, words(List.of(archive.toString())));
        if (code == 0) {
            new Restored(home).putInPlace();
        }
        return code;
    }

    private int migrate(boolean runs) throws CannotStart, IOException, InterruptedException, BundleException {
        List<String> asked = options.words();
        if (asked.isEmpty() || asked.size() > TWO_WORDS) {
            throw new CannotStart(Options.USAGE);
        }
        if (runs) {
            throw new CannotStart("Weir is running; stop it first, so that nothing is written while it moves.");
        }
        String user = asked.size() == TWO_WORDS ? asked.get(1) : "weir";
        int code = new Offline(home, environment)
                .call(options.region(), words(List.of(asked.get(0), user, password(user))));
        if (code == 0) {
            System.out.println("Now set url=" + asked.get(0) + ", user=" + user + " and the password in "
                    + home.conf().resolve("org.weir.store.cfg") + ", then start Weir. The old database in "
                    + home.data().resolve("db") + " is as it was.");
        }
        return code;
    }

    /** Never on the command line, where others on the machine could read it. */
    private String password(String user) {
        String given = environment.get("WEIR_TARGET_PASSWORD");
        Console console = System.console();
        if (given != null || console == null) {
            return given == null ? "" : given;
        }
        return new String(console.readPassword("Password of %s: ", user));
    }

    private List<String> words(List<String> more) {
        List<String> words = new ArrayList<>();
        words.add(options.command());
        words.addAll(more);
        return words;
    }
}
