package org.weir.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Looks at everything that has ever kept a Weir from running, and says what it finds in sentences. */
final class Doctor {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LITTLE_SPACE = 512 * MEGABYTE;
    private static final long NO_SPACE = 96 * MEGABYTE;
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(2);

    private final Home home;
    private final Map<String, String> environment;
    private int wrong;

    Doctor(Home home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** 0 when nothing is wrong; what is only worth knowing does not count. */
    int examine(List<String> words) throws IOException, InterruptedException, CannotStart {
        if (words.size() > 1 || !Set.of("indexes", "mend").containsAll(words)) {
            throw new CannotStart(Options.USAGE);
        }
        boolean runs = Files.isDirectory(home.data()) && Ownership.held(home.data());
        java();
        folders();
        space();
        clock();
        settings();
        bundles();
        locks(runs);
        if (runs) {
            running();
        } else {
            stopped();
        }
        if (!words.isEmpty()) {
            indexes(runs, words.contains("mend"));
        }
        System.out.println(
                wrong == 0 ? "Nothing is wrong." : wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.");
        return wrong == 0 ? 0 : 1;
    }

    private void java() {
        good("Java " + Runtime.version() + " (" + System.getProperty("java.home") + ").");
    }

    private void folders() throws IOException {
        if (!Files.isDirectory(home.data())) {
            worth("The folder " + home.base() + " holds no Weir yet; the first start makes it.");
        }
        for (Path folder : List.of(home.conf(), home.data(), home.deploy(), home.log())) {
            if (Files.isDirectory(folder)) {
                folder(folder);
            }
        }
    }

    private void folder(Path folder) throws IOException {
        if (!Files.isWritable(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder)) {
            bad("The folder " + folder + " cannot be read and written by the user " + System.getProperty("user.name")
                    + ".");
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
            bad("Everybody may write into the folder " + folder + ": chmod o-w it.");
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            Optional<Path> foreign = files.filter(it -> !Files.isSymbolicLink(it) && !Files.isReadable(it))
                    .findFirst();
            if (foreign.isPresent()) {
                bad(foreign.get() + " cannot be read by the user " + System.getProperty("user.name")
                        + "; was Weir started by another user before?");
            }
        }
    }

    private void space() {
        Path place = Files.isDirectory(home.data()) ? home.data() : home.installation();
        long free = place.toFile().getUsableSpace();
        String said = free / MEGABYTE + " MB are free at " + place;
        if (free < NO_SPACE) {
            bad(said + ": too few, so Weir takes no changes. Make room.");
        } else if (free < LITTLE_SPACE) {
            worth(said + ": that is little.");
        } else {
            good(said + ".");
        }
    }

    private void clock() throws IOException {
        Instant now = Instant.now();
        Instant newest = Instant.EPOCH;
        for (Path folder : List.of(home.data(), home.data().resolve("db"), home.log(), home.system())) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Instant written = Files.getLastModifiedTime(file).toInstant();
                        newest = written.isAfter(newest) ? written : newest;
                    }
                }
            }
        }
        if (newest.isAfter(now.plus(CLOCK_SLACK))) {
            bad("The clock says " + now + ", but files were written at " + newest
                    + ": it was set back, or it was wrong then.");
        } else {
            good("The clock says " + now + ".");
        }
    }

    private void settings() throws IOException {
        Path conf = conf();
        List<String> found = new KnownSettings(home.system()).look(conf);
        found.forEach(this::bad);
        if (found.isEmpty()) {
            good("The settings in " + conf + " are understood.");
        }
    }

    private void bundles() throws IOException {
        int jars = 0;
        try {
            Regions regions = new Regions(home);
            for (Path jar : regions.jars(regions.remembered())) {
                jars++;
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    if (zip.getEntry("META-INF/MANIFEST.MF") == null) {
                        bad(jar + " is no bundle.");
                    }
                } catch (IOException e) {
                    bad("The bundle " + jar + " is missing or damaged: " + e.getMessage() + ".");
                }
            }
            good(jars + " bundles of the region " + regions.remembered() + " are there.");
        } catch (CannotStart e) {
            bad(String.valueOf(e.getMessage()));
        }
    }

    private void locks(boolean runs) throws IOException {
        String state = Files.isDirectory(home.data()) ? new StateFile(home.data()).read() : "";
        if (!runs && (state.startsWith("ready ") || state.equals("starting") || state.equals("stopping"))) {
            worth("Weir did not end in order the last time; it makes up for that at the next start.");
        }
        if (!runs && Files.exists(home.data().resolve("db/weir.lck"))) {
            worth("The database was not closed the last time; the next start waits some seconds for its lock.");
        }
        if (!runs && state.startsWith("failed ")) {
            worth("The last start failed: " + state.substring("failed ".length()));
        }
    }

    private void running() throws IOException, InterruptedException {
        String state = new StateFile(home.data()).read();
        if (!state.startsWith("ready ")) {
            worth("Weir is " + (state.isEmpty() ? "starting" : state) + ".");
            return;
        }
        String url = state.substring("ready ".length());
        List<String> missing = Status.missing(url);
        missing.forEach(it -> bad("Weir runs at " + url + ", but " + it + "."));
        if (missing.isEmpty()) {
            good("Weir runs at " + url + ", with its database, and every bundle and component is active.");
        }
    }

    private void stopped() throws IOException {
        try {
            Properties http = read("org.apache.felix.http.cfg");
            String port = http.getProperty("org.osgi.service.http.port", "8080").strip();
            Checks.portIsFree(http.getProperty("org.apache.felix.http.host", ""), Integer.parseInt(port));
            good("Weir does not run; its port " + port + " is free.");
            database(store());
        } catch (CannotStart e) {
            bad(String.valueOf(e.getMessage()));
        } catch (NumberFormatException e) {
            bad("The port in org.apache.felix.http.cfg is no number.");
        }
    }

    private Properties store() throws CannotStart {
        return read("org.weir.store.cfg");
    }

    private Properties read(String file) throws CannotStart {
        Settings settings = new Settings(
                environment, Surroundings.of(home, "eu", false, home.conf().toString()));
        return settings.read(conf().resolve(file));
    }

    private Path conf() {
        return Files.isDirectory(home.conf())
                ? home.conf()
                : home.installation().resolve("conf");
    }

    private void database(Properties store) {
        String url = store.getProperty("url", "").strip();
        if (url.isEmpty() || url.startsWith("jdbc:hsqldb:")) {
            good("The database is HSQLDB in a file.");
            return;
        }
        List<String> found = new ArrayList<>();
        new Drivers(home.system()).tryOut(url, store, found);
        found.forEach(this::bad);
        if (found.isEmpty()) {
            good("The database " + url + " can be reached.");
        }
    }

    private void indexes(boolean runs, boolean mend) throws IOException {
        if (runs) {
            bad("The indexes can be looked through while Weir does not run: stop it first.");
            return;
        }
        Path database = home.data().resolve("db/weir");
        try {
            Properties store = store();
            String url = store.getProperty("url", "").strip();
            if (!url.isEmpty() || !Files.exists(database.resolveSibling("weir.properties"))) {
                worth("There is no database in " + database.getParent() + " whose indexes could be looked through.");
                return;
            }
            Ownership alone = Ownership.of(home.data());
            try {
                tell(
                        new Indexes(new Drivers(home.system()))
                                .examine("jdbc:hsqldb:file:" + database + ";ifexists=true", store, mend),
                        mend);
            } finally {
                alone.release(home.data());
            }
        } catch (CannotStart e) {
            bad(String.valueOf(e.getMessage()));
        }
    }

    private void tell(Indexes.Report report, boolean mend) {
        for (String table : report.damaged()) {
            String said = "An index of the table " + table + " did not lead to all its rows";
            if (report.left().contains(table)) {
                bad(said + ", and could not be made anew: write an archive with \"weir backup\" and restore it into an"
                        + " empty folder.");
            } else if (mend) {
                worth(said + "; it was made anew.");
            } else {
                bad(said + ": make a copy of " + home.data() + ", then let \"weir doctor mend\" make it anew.");
            }
        }
        if (report.damaged().isEmpty()) {
            good("All " + report.found() + " indexes of the database lead to all rows.");
        }
    }

    private static void good(String sentence) {
        System.out.println("ok    " + sentence);
    }

    private static void worth(String sentence) {
        System.out.println("note  " + sentence);
    }

    private void bad(String sentence) {
        wrong++;
        System.out.println("WRONG " + sentence);
    }
}
