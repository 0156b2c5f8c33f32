package org.weir.health.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.weir.testkit.TestTexts;

/** A line of one that works and two that wait, before a real Jetty. */
final class KeepOrderTest {
    private static final int WAITING = 2;

    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Semaphore inside = new Semaphore(0);
    private final CountDownLatch go = new CountDownLatch(1);
    private final Line line = new Line(1, WAITING, 50, 30_000, Long.MAX_VALUE / 1_000_000);
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private int port;

    /** Answers what it was sent; {@code /slow} waits until it may go. */
    private final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            String type = String.valueOf(request.getContentType());
            String told = "";
            if (request.getRequestURI().equals("/refused")) {
                response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                response.setHeader("Connection", "close");
                told = "too large";
            } else if (request.getRequestURI().equals("/slow")) {
                inside.release();
                waitToGo();
            } else if (request.getRequestURI().equals("/endless")) {
                while (true) {
                    response.getOutputStream().write(new byte[1 << 16]);
                }
            } else if (request.getRequestURI().equals("/torn")) {
                throw new EOFException("a file that is too short");
            } else if (type.startsWith("application/x-www-form-urlencoded")) {
                told = request.getParameter("a");
            } else if (type.startsWith("multipart/")) {
                told = new String(request.getPart("a").getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } else if (request.getMethod().equals("POST")) {
                told = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            response.getOutputStream().write(told.getBytes(StandardCharsets.UTF_8));
        }

        private void waitToGo() {
            try {
                go.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        KeepOrder order = new KeepOrder(line, TestTexts.of("health"));
        context.addFilter(new FilterHolder((Filter) this::listen), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(new FilterHolder(order), "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder echo = new ServletHolder(new Echo());
        echo.getRegistration().setMultipartConfig(new MultipartConfigElement(""));
        context.addServlet(echo, "/*");
        server.setHandler(context);
        server.start();
        port = connector.getLocalPort();
    }

    /** What whoever stands before the line hears of a request: how it ended. */
    private void listen(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
            ends.add("well");
        } catch (IOException e) {
            ends.add(String.valueOf(e.getMessage()));
            response.reset();
        }
    }

    @AfterEach
    void stop() throws Exception {
        go.countDown();
        server.stop();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> begin(String path) {
        return client.sendAsync(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void waitUntilTheLineIsFull() throws InterruptedException {
        assertTrue(inside.tryAcquire(20, TimeUnit.SECONDS));
        waitUntil(() -> line.waiting() == WAITING);
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain");
            Thread.sleep(5);
        }
    }

    /** Writes all it has before it reads, as many clients do. */
    @Test
    void who_is_refused_while_still_sending_learns_why() throws Exception {
        byte[] piece = new byte[1 << 16];
        for (String framing : List.of("Content-Length: " + 64 * piece.length, "Transfer-Encoding: chunked")) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST /refused HTTP/1.1\r\nHost: a\r\n" + framing + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                boolean chunked = framing.endsWith("chunked");
                for (int i = 0; i < 64; i++) {
                    if (chunked) {
                        out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(piece);
                    if (chunked) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
                if (chunked) {
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
                assertTrue(answer.endsWith("too large"), answer);
            }
        }
    }

    @Test
    void eight_times_what_can_be_served_is_answered_by_200_and_a_deliberate_503_and_nothing_else() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 8 * (1 + WAITING); i++) {
            all.add(begin("/slow"));
        }
        waitUntilTheLineIsFull();
        long refused = 7L * (1 + WAITING);
        waitUntil(() -> all.stream().filter(CompletableFuture::isDone).count() == refused);
        assertEquals(200, send(to("/health/live")).statusCode());
        go.countDown();
        int served = 0;
        for (CompletableFuture<HttpResponse<String>> each : all) {
            HttpResponse<String> answer = each.get(30, TimeUnit.SECONDS);
            if (answer.statusCode() == 200) {
                served++;
            } else {
                assertEquals(503, answer.statusCode());
                assertEquals("2", answer.headers().firstValue("Retry-After").orElseThrow());
            }
        }
        assertEquals(1 + WAITING, served);
        assertEquals(200, send(to("/fast")).statusCode());
    }

    @Test
    void a_refusal_speaks_to_people_and_programs() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> busy = new ArrayList<>();
        for (int i = 0; i < 1 + WAITING; i++) {
            busy.add(begin("/slow"));
        }
        waitUntilTheLineIsFull();
        HttpResponse<String> api = send(to("/api/me"));
        assertEquals(503, api.statusCode());
        assertEquals(
                "application/problem+json",
                api.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(api.body().contains("\"status\":503"), api.body());
        HttpResponse<String> page = send(to("/account").header("Accept-Language", "zh-CN"));
        assertTrue(page.body().contains("已满负荷"), page.body());
        go.countDown();
        for (CompletableFuture<HttpResponse<String>> each : busy) {
            assertEquals(200, each.get(30, TimeUnit.SECONDS).statusCode());
        }
    }

    @Test
    void a_client_that_sends_slowly_keeps_nobody_from_being_served() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
            Socket socket = new Socket("127.0.0.1", port);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + type
                            + "\r\nContent-Length: 3\r\n\r\na=")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            slow.add(socket);
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(200, send(to("/fast")).statusCode());
        }
        for (Socket socket : slow) {
            socket.getOutputStream().write('b');
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 200") && answer.endsWith("b"), answer);
            socket.close();
        }
    }

    @Test
    void however_many_send_slowly_there_is_room_for_who_reads() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 1; i <= 50 * 3 / 4; i++) {
            Socket socket = new Socket("127.0.0.1", port);
            socket.getOutputStream()
                    .write("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na="
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
            int here = i;
            waitUntil(() -> line.sending() == here);
        }
        HttpRequest.Builder further = to("/echo").POST(HttpRequest.BodyPublishers.ofString("river"));
        assertEquals(503, send(further).statusCode());
        for (int i = 0; i < 20; i++) {
            assertEquals(200, send(to("/fast")).statusCode());
        }
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void who_works_for_too_long_keeps_nobody_from_being_served() throws Exception {
        Line quick = new Line(1, 1, 50, 30_000, 0);
        assertTrue(quick.take());
        Turn endless = new Turn(quick, "GET /endless");
        assertTrue(quick.take());
        Turn next = new Turn(quick, "GET /next");
        endless.end();
        next.end();
        assertTrue(quick.take());
        new Turn(quick, "GET /one");
        assertEquals(0, quick.waiting());
    }

    @Test
    void a_reader_who_goes_away_is_no_failure_but_a_file_that_is_too_short_is_one() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /endless HTTP/1.1\r\nHost: weir\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals(1_000, socket.getInputStream().readNBytes(1_000).length);
        }
        assertEquals("well", ends.poll(20, TimeUnit.SECONDS));
        send(to("/torn"));
        assertEquals("a file that is too short", ends.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void bodies_of_every_kind_arrive_whole() throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nwater\r\n--b--\r\n";
        HttpResponse<String> multipart = send(to("/echo")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertEquals("water", multipart.body());
        HttpResponse<String> plain = send(to("/echo").POST(HttpRequest.BodyPublishers.ofString("river")));
        assertEquals("river", plain.body());
        HttpResponse<String> query = send(to("/echo?a=x")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("b=y")));
        assertEquals("x", query.body());
    }
}
