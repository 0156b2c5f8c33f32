package org.weir.files.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Contents below one folder, each once, under its SHA-256: {@code ab/cd/abcd…}. A content is complete under its name or not
 * there at all, and never changes. The folder may be shared by several nodes.
 */
public final class ContentStore {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int PIECE = 65_536;
    /** The disk is asked for its room this often, in bytes. */
    private static final long STRIDE = 4L * 1024 * 1024;

    private final Path folder;
    private volatile long reserve;

    /** @param bytes of the disk that stay free from now on */
    public void reserve(long bytes) {
        reserve = bytes;
    }

    /** @param reserve so many bytes of the disk stay free, whoever sends */
    public ContentStore(Path folder, long reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    /** @param sha256 lower-case hex */
    public record Content(String sha256, long bytes) {}

    /**
     * Keeps what the stream brings, durable when this returns.
     *
     * @param most bytes allowed
     * @throws ProblemException 413 for more than that, 507 when the disk has no room
     */
    public Content keep(InputStream in, long most) throws IOException {
        Path arriving = Files.createDirectories(folder.resolve("arriving"));
        Path file = Files.createTempFile(arriving, "file", ".part");
        try {
            Content content = write(in, file, most);
            Path at = path(content.sha256());
            Files.createDirectories(at.getParent());
            if (Files.exists(at)) {
                // seen young again, so that no sweep takes it before its row is there
                Files.setLastModifiedTime(at, FileTime.from(Instant.now()));
            }
            if (Files.notExists(at)) {
                move(file, at);
            }
            return content;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Content write(InputStream in, Path file, long most) throws IOException {
        MessageDigest digest = digest();
        long bytes = 0;
        long asked = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            byte[] piece = new byte[PIECE];
            for (int n; (n = in.read(piece)) >= 0; ) {
                bytes += n;
                if (bytes > most) {
                    throw tooLarge(most);
                }
                if (bytes > asked) {
                    if (Files.getFileStore(file).getUsableSpace() < reserve + STRIDE) {
                        throw new ProblemException(507, Text.of("files.error.no-room"), List.of());
                    }
                    asked += STRIDE;
                }
                out.write(piece, 0, n);
            }
            channel.force(true);
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static void move(Path file, Path to) throws IOException {
        try {
            Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel directory = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    public static ProblemException tooLarge(long most) {
        return new ProblemException(413, Text.of("files.error.too-large", most / (1024 * 1024)), List.of());
    }

    /** Where the content lies; only to be read. */
    public Path path(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** @throws NoSuchFileException when it was lost */
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    /**
     * Deletes contents that nobody refers to any more.
     *
     * @param before only those that came earlier: the row of a younger one may still be on its way
     * @param unused asked for each of them
     * @return how many are gone
     */
    public int sweep(Instant before, Predicate<String> unused) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> old;
        try (Stream<Path> files = Files.walk(folder)) {
            old = files.filter(it -> Files.isRegularFile(it) && isBefore(it, before))
                    .toList();
        }
        int gone = 0;
        for (Path file : old) {
            String name = String.valueOf(file.getFileName());
            boolean content = SHA256.matcher(name).matches();
            if (content ? unused.test(name) && isBefore(file, before) : name.endsWith(".part")) {
                gone += Files.deleteIfExists(file) && content ? 1 : 0;
            }
        }
        return gone;
    }

    private static boolean isBefore(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            return false;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
