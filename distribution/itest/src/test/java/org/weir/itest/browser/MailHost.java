package org.weir.itest.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes letters, or refuses every receiver for good while it is told to. */
final class MailHost implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    MailHost() throws IOException {
        Thread thread = new Thread(this::listen, "mail-host");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void refuse(boolean now) {
        refusing = now;
    }

    /** As they came over the wire. */
    List<String> letters() {
        return letters;
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(socket);
            } catch (IOException goneOrClosed) {
                // the next one
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        say(out, "220 test");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else if (verb.startsWith("RCPT") && refusing) {
                say(out, "550 5.1.1 nobody of that name");
            } else if (verb.startsWith("DATA")) {
                say(out, "354 go on");
                StringBuilder letter = new StringBuilder();
                for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                    letter.append(part).append('\n');
                }
                letters.add(letter.toString());
                say(out, "250 taken");
            } else {
                say(out, "250 fine");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
