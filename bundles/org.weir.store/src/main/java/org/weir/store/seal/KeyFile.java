package org.weir.store.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Seal.Key;

/**
 * A file of keys: one a line, 32 bytes in Base64; the first seals, all open. Lines that begin with # are remarks. Made with
 * one random key when it is first needed and not there, readable to its owner only. A file that was changed is read again.
 */
final class KeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);

    private final Path file;
    private @Nullable Read read;

    private record Read(FileTime at, long bytes, List<Key> keys) {}

    KeyFile(Path file) {
        this.file = file;
    }

    /** @throws UncheckedIOException when it can neither be read nor made */
    synchronized List<Key> keys() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            FileTime at = Files.getLastModifiedTime(file);
            long bytes = Files.size(file);
            Read known = read;
            if (known == null || !known.at().equals(at) || known.bytes() != bytes) {
                known = new Read(at, bytes, parse());
                read = known;
            }
            return known.keys();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + file + " can neither be read nor made", e);
        }
    }

    private List<Key> parse() throws IOException {
        List<Key> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String written = line.strip();
            if (!written.isEmpty() && !written.startsWith("#")) {
                try {
                    keys.add(new Key(Base64.getDecoder().decode(written)));
                } catch (IllegalArgumentException e) {
                    throw new IOException(file + " has a line that is no key of 32 bytes in Base64", e);
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IOException(file + " has no key");
        }
        return List.copyOf(keys);
    }

    /** Appears whole or not at all; of two nodes that make it at once, one makes it. */
    private void make() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            only(folder, "rwx------");
        }
        Path whole = file.resolveSibling("." + UUID.randomUUID() + ".new");
        try {
            Files.createFile(whole);
            only(whole, "rw-------");
            Files.writeString(
                    whole,
                    "# Keys of what Weir seals in its database. Keep a copy: without it that is lost. See the guide for IT.\n"
                            + Base64.getEncoder().encodeToString(Key.random()) + "\n");
            try {
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException othersMade) {
                LOG.debug("{} was made by another node", file);
                return;
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.move(whole, file);
            }
            LOG.info("A key for secrets in the database was made: {}. Keep a copy of it", file);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void only(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
