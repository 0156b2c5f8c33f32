package org.weir.store.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Archives.Refused;

/** An archive that is being read. */
final class OpenArchive implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private OpenArchive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws Refused when it is no archive, or its manifest cannot be understood */
    static OpenArchive of(Path file) throws Refused {
        if (!Files.isReadable(file)) {
            throw new Refused("The archive " + file + " is not there or cannot be read.");
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(Manifest.NAME);
            if (entry == null) {
                throw new ZipException("it has no manifest");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new OpenArchive(file, zip, Manifest.read(in.readAllBytes()));
            }
        } catch (IOException | RuntimeException e) {
            closeQuietly(zip);
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads every entry. @throws Refused when one is missing, too many or not as it was written */
    void check() throws Refused {
        Set<String> named = new HashSet<>(Set.of(Manifest.NAME));
        for (Manifest.Entry entry : manifest.entries()) {
            named.add(entry.name());
            check(entry);
        }
        Optional<String> stranger = zip.stream()
                .map(ZipEntry::getName)
                .filter(it -> !named.contains(it))
                .findFirst();
        if (stranger.isPresent()) {
            throw damaged(file, stranger.get() + " does not belong to it", null);
        }
    }

    private void check(Manifest.Entry entry) throws Refused {
        MessageDigest digest = Sum.sha256();
        try (InputStream in = new DigestInputStream(open(entry.name()), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            if (bytes != entry.bytes()
                    || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
                throw damaged(file, entry.name() + " is not as it was written", null);
            }
        } catch (IOException e) {
            throw damaged(file, entry.name() + ": " + e.getMessage(), e);
        }
    }

    BufferedReader lines(Manifest.Rows table) throws IOException {
        return new BufferedReader(new InputStreamReader(open(table.entry()), StandardCharsets.UTF_8), 1 << 16);
    }

    /** Writes the entries below {@code name/} into the folder. */
    void unpack(String name, Path folder) throws IOException, Refused {
        String prefix = name + "/";
        for (Manifest.Entry entry : manifest.entries()) {
            if (entry.name().startsWith(prefix)) {
                Path to =
                        folder.resolve(entry.name().substring(prefix.length())).normalize();
                if (!to.startsWith(folder.normalize())) {
                    throw damaged(file, entry.name() + " leads out of its folder", null);
                }
                Path parent = to.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                try (InputStream in = open(entry.name())) {
                    Files.copy(in, to);
                }
            }
        }
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it is missing");
        }
        return zip.getInputStream(entry);
    }

    private static Refused damaged(Path file, String why, @Nullable Exception cause) {
        String sentence = "The archive " + file + " is damaged or no archive of Weir: " + why + ".";
        return cause == null ? new Refused(sentence) : new Refused(sentence, cause);
    }

    private static void closeQuietly(@Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException ignored) {
            // it was only read
        }
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }
}
