package org.weir.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;

/** What can be known to fail before anything is started. */
final class Checks {
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

    private static String lower(IOException e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
