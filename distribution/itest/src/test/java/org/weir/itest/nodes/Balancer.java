package org.weir.itest.nodes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** HAProxy before the nodes: every request goes to the next one that says it is ready. */
final class Balancer implements AutoCloseable {
    private final int port = Weir.freePort();
    private final Process process;

    Balancer(Path folder, Weir... nodes) throws Exception {
        StringBuilder servers = new StringBuilder();
        for (int i = 0; i < nodes.length; i++) {
            servers.append("  server node").append(i).append(" 127.0.0.1:").append(nodes[i].port());
            servers.append(" check inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions\n");
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), """
                defaults
                  mode http
                  timeout connect 2s
                  timeout client 60s
                  timeout server 60s
                  option redispatch
                  retries 2
                frontend front
                  bind 127.0.0.1:%d
                  default_backend nodes
                backend nodes
                  balance roundrobin
                  option httpchk GET /health/ready
                  http-check expect status 200
                %s""".formatted(port, servers));
        this.process = new ProcessBuilder("haproxy", "-f", file.toString(), "-db")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        Eventually.until("the balancer listens", this::listens);
    }

    static boolean installed() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("haproxy", "-v")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
