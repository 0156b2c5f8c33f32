package org.weir.itest.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A connection on which anything can be said, also what no client would: bytes go out as they are given. */
final class Wire implements AutoCloseable {
    static final String PASSWORD = "channel-deep-dam-low";
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Wire(int port) {
        this.port = port;
    }

    /** @param headers in order; names may repeat */
    record Header(String name, String value) {}

    /** What came back. */
    record Answer(int status, List<Header> headers, byte[] body) {
        String header(String name) {
            return String.join(", ", all(name));
        }

        List<String> all(String name) {
            return headers.stream()
                    .filter(it -> it.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .toList();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean ends() {
            return header("Connection").toLowerCase(Locale.ROOT).contains("close");
        }

        @Override
        public String toString() {
            String text = text();
            return status + " " + headers + "\n" + (text.length() > 600 ? text.substring(0, 600) + "…" : text);
        }
    }

    static Header basic(String login) {
        return new Header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    static Header header(String name, String value) {
        return new Header(name, value);
    }

    /** A whole request, well framed whatever is in it; opened anew when the server had closed. */
    Answer call(String method, String target, List<Header> headers, byte @Nullable [] body) throws IOException {
        byte[] request = request(method, target, headers, body);
        if (socket != null) {
            try {
                return said(request, method);
            } catch (IOException closedMeanwhile) {
                close();
            }
        }
        return said(request, method);
    }

    private Answer said(byte[] request, String method) throws IOException {
        send(request);
        Answer answer = read(method.equals("HEAD"));
        if (answer.ends()) {
            close();
        }
        return answer;
    }

    private byte[] request(String method, String target, List<Header> headers, byte @Nullable [] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        List<Header> all = new ArrayList<>(headers);
        if (all.stream().noneMatch(it -> it.name().equalsIgnoreCase("Host"))) {
            all.add(new Header("Host", "127.0.0.1:" + port));
        }
        if (body != null) {
            all.add(new Header("Content-Length", Integer.toString(body.length)));
        }
        all.forEach(it -> head.append(it.name()).append(": ").append(it.value()).append("\r\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    /** Exactly these bytes. */
    void send(byte[] bytes) throws IOException {
        OutputStream out = socket().getOutputStream();
        out.write(bytes);
        out.flush();
    }

    void send(String latin) throws IOException {
        send(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Socket socket() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            open.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    /** Whether something of an answer has come already. */
    boolean answered() throws IOException {
        socket();
        return in.available() > 0;
    }

    /** Whether the server ends the connection without another answer. */
    boolean closed() throws IOException {
        socket();
        try {
            return in.read() < 0;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** The next answer on the line. @throws EOFException when there is none */
    Answer read(boolean head) throws IOException {
        socket();
        String first = line();
        while (first.startsWith("HTTP/1.1 100")) {
            line();
            first = line();
        }
        if (!first.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer but: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        Answer empty = new Answer(status, List.copyOf(headers), new byte[0]);
        if (head || status == 204 || status == 304) {
            return empty;
        }
        byte[] body = body(empty);
        boolean packed = empty.header("Content-Encoding").equals("gzip") && body.length > 0;
        return new Answer(status, empty.headers(), packed ? unpacked(body) : body);
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        }
    }

    private byte[] body(Answer head) throws IOException {
        String length = head.header("Content-Length");
        if (!length.isEmpty()) {
            return in.readNBytes(Integer.parseInt(length));
        }
        if (!head.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
            return in.readAllBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("no answer");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
