package org.weir.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Speaks with the running Weir, over the port and with the token that it wrote into {@code data/control}. */
final class Control {
    private static final int FAILED = 1;

    private final Path file;

    Control(Home home) {
        this.file = home.data().resolve("control");
    }

    /**
     * Has something done by the running Weir and shows what it says.
     *
     * @param typed is passed on line by line; an empty stream where nobody is asked anything
     * @return its code
     */
    int call(List<String> words, InputStream typed, PrintStream shown) throws CannotStart, IOException {
        List<String> known;
        try {
            known = Files.readAllLines(file);
        } catch (IOException e) {
            throw new CannotStart("The running Weir cannot be spoken with: " + file
                    + " cannot be read (it is written when Weir is ready, and only its owner may read it).");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(known.get(0)))) {
            StringBuilder request = new StringBuilder(known.get(1)).append('\n').append(words.size());
            words.forEach(word -> request.append('\n').append(word.replace('\n', ' ')));
            OutputStream out = socket.getOutputStream();
            out.write(request.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread pump = new Thread(() -> pump(typed, socket), "weir-typed");
            pump.setDaemon(true);
            pump.start();
            return show(new BufferedInputStream(socket.getInputStream()), shown);
        } catch (ConnectException e) {
            throw new CannotStart("The running Weir does not listen any more; is it being stopped?");
        }
    }

    private static void pump(InputStream typed, Socket socket) {
        try {
            byte[] buffer = new byte[1024];
            for (int read = typed.read(buffer); read >= 0; read = typed.read(buffer)) {
                socket.getOutputStream().write(buffer, 0, read);
                socket.getOutputStream().flush();
            }
            socket.shutdownOutput();
        } catch (IOException ended) {
            // the other side has hung up
        }
    }

    private static int show(InputStream in, PrintStream shown) throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == 0) {
                return Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
            }
            shown.write(c);
            if (in.available() == 0) {
                shown.flush();
            }
        }
        shown.println("The running Weir broke off.");
        return FAILED;
    }
}
