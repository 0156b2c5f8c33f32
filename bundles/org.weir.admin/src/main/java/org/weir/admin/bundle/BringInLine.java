package org.weir.admin.bundle;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.admin.bundle.DeployStore.Wanted;
import org.weir.base.api.ProblemException;

/**
 * Brings this node's deploy folder in line with what all nodes are to have. What it has written it remembers in the data
 * folder, so that it knows a file that somebody changed or removed by hand, and tells the other nodes of it. Files that
 * were copied by hand and never came through Weir are left alone.
 */
final class BringInLine {
    private static final Logger LOG = LoggerFactory.getLogger(BringInLine.class);

    private final DeployStore store;
    private final Installed installed;
    private final Path deploy;
    private final Path memory;
    private final UUID node;
    private final Map<Path, Seen> seen = new HashMap<>();

    BringInLine(DeployStore store, Installed installed, Path deploy, Path data, UUID node) {
        this.store = store;
        this.installed = installed;
        this.deploy = deploy;
        this.memory = data.resolve("deployed.properties");
        this.node = node;
    }

    /** What this node did last for a name. */
    private record Done(long revision, String file, String sha) {
        static Done of(String line) {
            String[] parts = line.split(" ", 3);
            return new Done(Long.parseLong(parts[0]), parts[2], parts[1].equals("-") ? "" : parts[1]);
        }

        String line() {
            return revision + " " + (sha.isEmpty() ? "-" : sha) + " " + file;
        }
    }

    private record Seen(FileTime at, long size, String sha) {}

    /** Looks at everything that is wanted. @param read for files that somebody changed by hand */
    void all(ReadJar read) throws IOException {
        Properties done = remembered();
        for (Wanted wanted : store.wanted()) {
            String line = done.getProperty(wanted.name());
            Done last = line == null ? null : Done.of(line);
            if (last == null || last.revision() != wanted.revision()) {
                if (!wanted.trying() || wanted.node().equals(node)) {
                    apply(wanted);
                }
            } else {
                byHand(wanted, last, read);
            }
        }
    }

    /** Writes or removes the file of one bundle; the folder's watcher does the rest. */
    void apply(Wanted wanted) throws IOException {
        String line = remembered().getProperty(wanted.name());
        Path file = deploy.resolve(
                line == null ? fileOf(wanted.name()) : Done.of(line).file());
        if (wanted.sha() == null) {
            Files.deleteIfExists(file);
        } else if (!Files.exists(file) || !sha(file).equals(wanted.sha())) {
            put(wanted.sha(), file);
        }
        remember(
                wanted.name(),
                new Done(wanted.revision(), file.getFileName().toString(), wanted.sha() == null ? "" : wanted.sha()));
    }

    /** Beside first, then in one step, so that nobody ever sees half a file. */
    private void put(String sha, Path file) throws IOException {
        Files.createDirectories(deploy);
        Path beside = Files.createTempFile(deploy, ".weir", ".part");
        try {
            if (!store.write(sha, beside)) {
                throw new IOException("The jar " + sha + " is not whole in the database");
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** The file that a bundle copied by hand already has, or else its own name. */
    private String fileOf(String name) {
        Optional<Bundle> present = installed.named(name).filter(it -> !installed.core(it));
        return present.flatMap(Installed::file)
                .filter(it -> deploy.equals(it.getParent()))
                .map(it -> it.getFileName().toString())
                .orElse(name + ".jar");
    }

    private void byHand(Wanted wanted, Done last, ReadJar read) throws IOException {
        Path file = deploy.resolve(last.file());
        String there = Files.exists(file) ? sha(file) : "";
        if (there.equals(last.sha())) {
            return;
        }
        String sha = null;
        if (!there.isEmpty()) {
            Jar jar = readable(file, read);
            if (jar == null || !jar.name().equals(wanted.name())) {
                return;
            }
            store.keep(jar, file);
            sha = jar.sha();
        }
        Optional<Long> revision = store.want(wanted.name(), wanted.revision(), sha, wanted.sha(), false, node);
        if (revision.isPresent()) {
            LOG.info("{} was changed by hand in {}; every node follows", wanted.name(), file);
            store.note(store.deployment("Weir", wanted.name(), wanted.sha(), sha, "by-hand", ""));
            remember(wanted.name(), new Done(revision.get(), last.file(), sha == null ? "" : sha));
        }
    }

    /** Null while the file is half there. */
    private static @Nullable Jar readable(Path file, ReadJar read) throws IOException {
        try {
            return read.read(file, file.getFileName().toString());
        } catch (ProblemException notYet) {
            LOG.debug("{} is not read: {}", file, notYet.getMessage());
            return null;
        }
    }

    private String sha(Path file) throws IOException {
        FileTime at = Files.getLastModifiedTime(file);
        long size = Files.size(file);
        Seen known = seen.get(file);
        if (known == null || !known.at().equals(at) || known.size() != size) {
            known = new Seen(at, size, ReadJar.sha(file));
            seen.put(file, known);
        }
        return known.sha();
    }

    private Properties remembered() throws IOException {
        Properties done = new Properties();
        if (Files.exists(memory)) {
            try (Reader in = Files.newBufferedReader(memory)) {
                done.load(in);
            }
        }
        return done;
    }

    private void remember(String name, Done what) throws IOException {
        Properties done = remembered();
        done.setProperty(name, what.line());
        Path beside = memory.resolveSibling(memory.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(beside)) {
            done.store(out, null);
        }
        Files.move(beside, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
