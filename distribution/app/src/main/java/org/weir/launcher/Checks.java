package org.weir.launcher;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What can be known to fail before anything is started. */
final class Checks {
    private static final String FILE_DATABASE = "jdbc:hsqldb:file:";
    /** A living HSQLDB renews its lock file this often; an older sign of life is that of a dead process. */
    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(10_100);

    private Checks() {}

    static void portIsFree(String host, int port) throws CannotStart {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            InetAddress address = host.isEmpty() ? new InetSocketAddress(0).getAddress() : InetAddress.getByName(host);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            String at = host.isEmpty() ? "Port " + port : "Port " + port + " on " + host;
            throw new CannotStart(at + " cannot be used: " + lower(e) + ".");
        }
    }

    /**
     * Waits until the lock that a dead process left behind has grown old.
     *
     * @throws CannotStart when somebody keeps it young
     */
    static void databaseIsFree(String url) throws CannotStart {
        if (!url.startsWith(FILE_DATABASE)) {
            return;
        }
        String file = url.substring(FILE_DATABASE.length()).replaceFirst(";.*", "");
        Path lock = Path.of(file + ".lck");
        long first = signOfLife(lock);
        while (isYoung(signOfLife(lock))) {
            if (signOfLife(lock) != first) {
                throw new CannotStart("The database " + file + " is in use by another process.");
            }
            pause();
        }
    }

    private static boolean isYoung(long sign) {
        return Math.abs(System.currentTimeMillis() - sign) <= SIGN_OF_LIFE.toMillis();
    }

    /** The time in HSQLDB's lock file: eight bytes of magic, then milliseconds; 0 when there is none. */
    private static long signOfLife(Path lock) {
        if (!Files.exists(lock)) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(lock))) {
            in.readLong();
            return in.readLong();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void pause() throws CannotStart {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.");
        }
    }

    private static String lower(IOException e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
