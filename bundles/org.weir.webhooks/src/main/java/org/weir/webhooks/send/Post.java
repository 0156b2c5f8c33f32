package org.weir.webhooks.send;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * One POST over a connection of its own, to an address that was judged: the JDK's client would look the name up a second
 * time, and could be sent elsewhere. Redirects are not followed; a call that lasts too long is cut off.
 */
public final class Post {
    /** How long one may wait for a call, and for its connection, in milliseconds. */
    record Patience(int whole, int connection) {}

    private final Networks networks;
    private final ScheduledExecutorService watchdog;
    private final Patience patience;
    private final Function<Text, String> words;

    /** @param watchdog cuts calls off that last too long; words says why in words */
    public Post(Networks networks, ScheduledExecutorService watchdog, Function<Text, String> words) {
        this(networks, watchdog, new Patience(15_000, 5_000), words);
    }

    Post(Networks networks, ScheduledExecutorService watchdog, Patience patience, Function<Text, String> words) {
        this.networks = networks;
        this.watchdog = watchdog;
        this.patience = patience;
        this.words = words;
    }

    /** Never throws: what went wrong stands in the answer. */
    public Reached send(String address, Map<String, String> headers, byte[] body) {
        long begun = System.nanoTime();
        try {
            Destination destination = Destination.of(address);
            List<InetAddress> addresses = networks.resolve(destination);
            try (Socket socket = new Socket(Proxy.NO_PROXY)) {
                Future<?> cut = watchdog.schedule(() -> close(socket), patience.whole(), TimeUnit.MILLISECONDS);
                try {
                    return exchange(socket, addresses.get(0), destination, headers, body, begun);
                } finally {
                    cut.cancel(false);
                }
            }
        } catch (ProblemException refused) {
            Text why = refused.fields().isEmpty()
                    ? refused.text()
                    : refused.fields().get(0).text();
            return new Reached(null, "", words.apply(why), millis(begun), null);
        } catch (IOException | RuntimeException failed) {
            boolean late = millis(begun) >= patience.whole();
            String why = late ? words.apply(Text.of("webhooks.error.late")) : failed.toString();
            return new Reached(null, "", why, millis(begun), null);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is left to cut off
        }
    }

    private Reached exchange(
            Socket plain,
            InetAddress address,
            Destination destination,
            Map<String, String> headers,
            byte[] body,
            long begun)
            throws IOException {
        plain.connect(new InetSocketAddress(address, destination.port()), patience.connection());
        plain.setSoTimeout(patience.whole());
        try (Socket socket = destination.secure() ? secured(plain, destination) : plain) {
            OutputStream out = socket.getOutputStream();
            out.write(head(destination, headers, body.length).getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            AnswerReader answer = AnswerReader.read(in);
            return new Reached(answer.status(), answer.body(), "", millis(begun), retryAfter(answer));
        }
    }

    /** The certificate must be the name's, whatever address the name led to. */
    private static Socket secured(Socket plain, Destination destination) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, destination.host(), destination.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(Destination destination, Map<String, String> headers, int length) {
        StringBuilder head =
                new StringBuilder("POST ").append(destination.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(destination.authority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ")
                .append(length)
                .append("\r\nConnection: close\r\n\r\n")
                .toString();
    }

    private static @Nullable Duration retryAfter(AnswerReader answer) {
        String seconds = answer.headers().getOrDefault("retry-after", "");
        return seconds.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
