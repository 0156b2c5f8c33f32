package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;
import org.weir.itest.attack.Wire.Answer;

/** What can be done with bytes alone: requests that two readers could read differently, endless ones, and odd paths. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawHttpIT {
    private static final int SLOW = 300;
    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    private Weir weir;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder).started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    @Test
    void a_body_whose_length_could_be_read_in_two_ways_is_refused_and_the_line_closed() throws Exception {
        String post = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        Map<String, String> ambiguous = Map.of(
                "length and chunks",
                post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
                "chunks and length",
                post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + HIDDEN,
                "two lengths",
                post + "Content-Length: 0\r\nContent-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN,
                "two lengths in one",
                post + "Content-Length: 0, " + HIDDEN.length() + "\r\n\r\n" + HIDDEN,
                "a signed length",
                post + "Content-Length: +0\r\n\r\n" + HIDDEN,
                "a length below nothing",
                post + "Content-Length: -1\r\n\r\n" + HIDDEN,
                "chunks that are not last",
                post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + HIDDEN,
                "chunks with a tail",
                post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + HIDDEN,
                "a length in hexadecimal with a sign",
                post + "Transfer-Encoding: chunked\r\n\r\n+0\r\n\r\n" + HIDDEN,
                "a blank before the colon",
                post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + HIDDEN);
        for (Map.Entry<String, String> it : ambiguous.entrySet()) {
            refusedAndClosed(it.getKey(), it.getValue());
        }
    }

    @Test
    void heads_that_two_readers_could_read_differently_are_refused() throws Exception {
        Map<String, String> odd = Map.of(
                "a folded line", "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-A: a\r\n b\r\n\r\n" + HIDDEN,
                "a line end of CR alone", "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-A: a\rX-B: b\r\n\r\n" + HIDDEN,
                "NUL in a value", "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n" + HIDDEN,
                "no host", "GET /sign-in HTTP/1.1\r\n\r\n" + HIDDEN,
                "two hosts", "GET /sign-in HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + HIDDEN,
                "a host that is none", "GET /sign-in HTTP/1.1\r\nHost: a b/../c\r\n\r\n" + HIDDEN,
                "no version", "GET /sign-in\r\nHost: x\r\n\r\n" + HIDDEN,
                "version 9", "GET /sign-in HTTP/9.9\r\nHost: x\r\n\r\n" + HIDDEN,
                "a name with a blank", "GET /sign-in HTTP/1.1\r\nHost: x\r\nX A: b\r\n\r\n" + HIDDEN,
                "a head without an end", "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(70_000) + "\r\n\r\n");
        for (Map.Entry<String, String> it : odd.entrySet()) {
            refusedAndClosed(it.getKey(), it.getValue());
        }
    }

    /** At most one answer, a refusal, and nothing is made of the bytes behind it. */
    private void refusedAndClosed(String what, String bytes) throws IOException {
        try (Wire wire = new Wire(weir.port())) {
            try {
                wire.send(bytes);
                Answer answer = wire.read(false);
                assertTrue(answer.status() >= 400 && answer.status() < 506, () -> what + ": " + answer);
                assertTrue(Set.of(400, 411, 431, 501, 505).contains(answer.status()), () -> what + ": " + answer);
                assertEquals(List.of(), HttpLayer.look(plain(answer)), what);
            } catch (java.net.SocketException | java.io.EOFException reset) {
                return;
            }
            assertTrue(wire.closed(), () -> what + ": the line stays open");
        }
    }

    /** 501 and 505 are refusals here. */
    private static Answer plain(Answer answer) {
        return new Answer(Math.min(answer.status(), 499), answer.headers(), answer.body());
    }

    @Test
    void what_is_well_framed_is_read_as_framed_however_odd_it_looks() throws Exception {
        String post = "POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        String next = "GET /sign-in HTTP/1.1\r\nHost: x\r\n\r\n";
        for (String first : List.of(
                post + "Transfer-Encoding: chunked\r\n\r\n3;ext=\"a;b\"\r\na=b\r\n0\r\nX-Trailer: y\r\n\r\n",
                post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\na=b",
                "GET /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nGET /")) {
            try (Wire wire = new Wire(weir.port())) {
                wire.send(first + next);
                Answer one = wire.read(false);
                assertTrue(one.status() < 500, one::toString);
                if (one.status() != 400 || !one.ends()) {
                    Answer two = wire.read(false);
                    assertEquals(200, two.status(), two::toString);
                }
            }
        }
        try (Wire wire = new Wire(weir.port())) {
            wire.send(next.repeat(20));
            for (int i = 0; i < 20; i++) {
                assertEquals(200, wire.read(false).status());
            }
        }
    }

    @Test
    void slow_senders_keep_nobody_from_being_served() throws Exception {
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                Wire wire = new Wire(weir.port());
                slow.add(wire);
                wire.send(
                        switch (i % 3) {
                            case 0 -> "GET /sign-in HTTP/1.1\r\nHost: x\r\nX-Slow: ";
                            case 1 ->
                                "POST /sign-in HTTP/1.1\r\nHost: x\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin=";
                            default ->
                                "POST /api/account HTTP/1.1\r\nHost: x\r\n"
                                        + Wire.basic("demo-admin").name() + ": "
                                        + Wire.basic("demo-admin").value()
                                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{";
                        });
            }
            Eventually.until(
                    "all have come, and wait for their senders",
                    () -> weir.get("/sign-in").statusCode() == 200);
            for (int round = 0; round < 10; round++) {
                for (Wire wire : slow.subList(0, 30)) {
                    dawdle(wire);
                }
                try (Wire other = new Wire(weir.port())) {
                    Answer page = other.call("GET", "/sign-in", List.of(), null);
                    assertEquals(200, page.status(), page::toString);
                    Answer me = other.call("GET", "/api/me", List.of(Wire.basic("lindiwe")), null);
                    assertEquals(200, me.status(), me::toString);
                }
            }
        } finally {
            for (Wire wire : slow) {
                wire.close();
            }
        }
    }

    /** One letter more; who has been refused already may go. */
    private static void dawdle(Wire wire) throws IOException {
        try {
            wire.send("a");
        } catch (java.net.SocketException refused) {
            wire.close();
        }
    }

    @Test
    void paths_lead_nowhere_but_where_they_say() throws Exception {
        List<String> ways = new ArrayList<>();
        for (String start :
                List.of("/assets/", "/assets/x/", "/static/", "/files/", "/admin/", "/api/", "/texts/", "/r/", "/")) {
            for (String up : List.of(
                    "..",
                    "..;",
                    "%2e%2e",
                    "%2E.",
                    ".%2e",
                    "%252e%252e",
                    "..%00",
                    "%c0%ae%c0%ae",
                    "..%5c",
                    "\\..",
                    "....//")) {
                for (String slash : List.of("/", "%2f", "%5c", "\\", "%252f", ";/", "//")) {
                    ways.add(start + (up + slash).repeat(4) + "etc/passwd");
                    ways.add(start + up + slash + "conf/framework.properties");
                }
            }
        }
        ways.addAll(List.of(
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/static/META-INF/MANIFEST.MF",
                "/OSGI-INF/l10n/web.properties",
                "/admin;/users",
                "/admin/users;.css",
                "/admin/users/.css",
                "//admin/users",
                "/./admin/users",
                "/x/../admin/users",
                "/%61dmin/users",
                "/admin%2fusers",
                "/admin/users%00.css",
                "/api;x/admin/users",
                "/api/admin/users;x=y",
                "//api/admin/users",
                "/api//admin/users",
                "/assets/../api/admin/users",
                "/assets/..;/api/admin/users",
                "/API/admin/users",
                "/metrics;",
                "/health/../admin/users",
                "http://other/admin/users",
                "*",
                "/sign-in/../admin/users",
                "/sign-in;/../admin/users"));
        Set<Integer> defined = Set.of(301, 302, 303, 400, 401, 403, 404, 405);
        try (Wire wire = new Wire(weir.port());
                Visitor kofi = Visitor.signedIn(weir.port(), "kofi")) {
            for (String way : ways) {
                Answer nobody = wire.call("GET", way, List.of(), null);
                assertTrue(
                        defined.contains(nobody.status()) || health(way, nobody), () -> way + " by nobody: " + nobody);
                assertEquals(List.of(), HttpLayer.look(nobody), way);
                assertFalse(nobody.header("Location").contains("://"), way);
                Answer person = kofi.get(way);
                assertTrue(defined.contains(person.status()) || health(way, person), () -> way + " by kofi: " + person);
                assertFalse(person.text().contains("root:"), way);
                assertFalse(person.text().contains("org.osgi.framework.storage"), way);
                assertFalse(person.text().contains("demo-admin"), way);
            }
        }
    }

    private static boolean health(String way, Answer answer) {
        return way.startsWith("/metrics") && answer.status() == 404;
    }
}
