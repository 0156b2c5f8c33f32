package org.weir.webhooks.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads an answer of HTTP/1.1: its status, and of its body no more than is worth showing. */
record AnswerReader(int status, Map<String, String> headers, String body) {
    private static final int LONGEST_HEAD = 16 << 10;
    private static final int LONGEST_BODY = 2_000;
    private static final int CONTINUE = 100;

    static AnswerReader read(InputStream in) throws IOException {
        Head head = new Head(in);
        int status = head.status();
        while (status >= CONTINUE && status < 200) {
            head.headers();
            status = head.status();
        }
        Map<String, String> headers = head.headers();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
                chunks(head, in, body);
            } else {
                body.write(in.readNBytes(length(headers)));
            }
        } catch (SocketTimeoutException | SocketException slow) {
            // the status has come, which is what counts; of the body there is what there is
        }
        String text =
                body.toString(StandardCharsets.UTF_8).replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffd]", "?");
        return new AnswerReader(status, headers, text);
    }

    private static int length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "");
        return length.matches("[0-9]{1,4}") ? Math.min(LONGEST_BODY, Integer.parseInt(length)) : LONGEST_BODY;
    }

    private static void chunks(Head head, InputStream in, ByteArrayOutputStream body) throws IOException {
        while (body.size() < LONGEST_BODY) {
            String size = head.line().replaceFirst(";.*", "").trim();
            if (!size.matches("[0-9a-fA-F]{1,7}") || Integer.parseInt(size, 16) == 0) {
                return;
            }
            int wanted = Integer.parseInt(size, 16);
            body.write(in.readNBytes(Math.min(wanted, LONGEST_BODY - body.size())));
            if (body.size() < LONGEST_BODY) {
                head.line();
            }
        }
    }

    /** Lines, so many characters in all and no more. */
    private static final class Head {
        private final InputStream in;
        private int left = LONGEST_HEAD;

        Head(InputStream in) {
            this.in = in;
        }

        int status() throws IOException {
            String line = line();
            if (!line.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
                throw new IOException("the receiver does not speak HTTP/1.1");
            }
            return Integer.parseInt(line.substring(9, 12));
        }

        Map<String, String> headers() throws IOException {
            Map<String, String> headers = new HashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).trim());
                }
            }
            return headers;
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0 || --left < 0) {
                    throw new IOException(octet < 0 ? "the receiver hung up" : "the answer's head is too long");
                }
                if (octet != '\r') {
                    line.append((char) octet);
                }
            }
            return line.toString();
        }
    }
}
