package org.weir.operations.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlServerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final Command echo = new Command() {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public int run(List<String> arguments, BufferedReader in, PrintStream out) throws IOException {
            out.println(arguments + " " + in.readLine());
            return 7;
        }
    };

    @Test
    void who_has_the_token_gets_an_answer_and_a_code() throws Exception {
        try (ControlServer server = new ControlServer(data, name -> name.equals("echo") ? echo : null)) {
            assertEquals("[a b, ü] typed\n\0" + "7\n", say(server, token() + "\n3\necho\na b\nü\ntyped\n"));
        }
    }

    @Test
    void without_the_token_nothing_is_answered() throws Exception {
        try (ControlServer server = new ControlServer(data, name -> echo)) {
            assertEquals("", say(server, "0".repeat(64) + "\n1\necho\nx\n"));
            assertEquals("", say(server, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
    }

    @Test
    void what_is_not_known_is_said_so() throws Exception {
        try (ControlServer server = new ControlServer(data, name -> null)) {
            assertEquals(
                    "The running Weir does not know how to do that: [fly]\n\0" + "1\n",
                    say(server, token() + "\n1\nfly\n"));
        }
    }

    @Test
    void only_the_owner_reads_the_token_and_it_goes_with_the_server() throws Exception {
        try (ControlServer server = new ControlServer(data, name -> null)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))),
                    server::toString);
        }
        assertFalse(Files.exists(data.resolve("control")));
    }

    private String token() throws IOException {
        return Files.readAllLines(data.resolve("control")).get(1);
    }

    private String say(ControlServer server, String request) throws IOException {
        assertFalse(server.toString().isEmpty());
        int port = Integer.parseInt(Files.readAllLines(data.resolve("control")).get(0));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
