package org.weir.operations.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the loopback interface. Who can read the file {@code control} in the data folder, which is its owner, knows
 * the port and the token. A request is the token, the number of words, and the words, each on a line; the answer is
 * text, then a zero byte and the code on a line.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int AT_ONCE = 8;
    private static final int LONGEST = 4_096;
    private static final int MOST_WORDS = 20;
    private static final int PATIENCE_MILLIS = 5_000;

    private final Path file;
    private final String token;
    private final ServerSocket server;
    private final Function<String, @Nullable Command> commands;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param data the data folder, where the file {@code control} is written */
    public ControlServer(Path data, Function<String, @Nullable Command> commands) throws IOException {
        this.file = data.resolve("control");
        this.commands = commands;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
        this.server = new ServerSocket(0, AT_ONCE, InetAddress.getLoopbackAddress());
        tell();
        daemon("weir-control", this::listen);
    }

    private void tell() throws IOException {
        Path next = file.resolveSibling("control.new");
        Files.deleteIfExists(next);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(next, server.getLocalPort() + "\n" + token + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (free.tryAcquire()) {
                    open.add(socket);
                    daemon("weir-control-" + socket.getPort(), () -> serve(socket));
                } else {
                    socket.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("A call of bin/weir could not be taken", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (!MessageDigest.isEqual(
                    line(in).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
                LOG.warn("Somebody on this machine called without the token");
                return;
            }
            List<String> words = words(in);
            socket.setSoTimeout(0);
            int code = run(words, in, out);
            out.print("\0" + code + "\n");
            out.flush();
        } catch (IOException | NumberFormatException e) {
            LOG.debug("A call of bin/weir broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
            free.release();
        }
    }

    private int run(List<String> words, BufferedReader in, PrintStream out) throws IOException, InterruptedException {
        Command command = words.isEmpty() ? null : commands.apply(words.get(0));
        if (command == null) {
            out.println("The running Weir does not know how to do that" + (words.isEmpty() ? "." : ": " + words));
            return 1;
        }
        LOG.info("bin/weir {}", words);
        try {
            return command.run(words.subList(1, words.size()), in, out);
        } catch (RuntimeException e) {
            LOG.error("bin/weir {} failed", words, e);
            out.println("It failed: " + e + "; the log says more.");
            return 1;
        }
    }

    private static List<String> words(BufferedReader in) throws IOException {
        int count = Integer.parseInt(line(in));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_WORDS); i++) {
            words.add(line(in));
        }
        return words;
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() == LONGEST) {
                throw new IOException("no line");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        Files.deleteIfExists(file);
    }
}
