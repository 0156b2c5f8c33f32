package org.weir.itest.signon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Keycloak of its own, unpacked by Maven, with one realm. The first start takes minutes: it builds itself. */
final class Keycloak implements AutoCloseable {
    private static final int TRIES = 600;
    private static final String ADMIN = "admin";

    private final Path home;
    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Keycloak(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** @param realm as Keycloak imports it */
    static Keycloak started(int port, String realm) throws Exception {
        Path home = home();
        emptied(home.resolve("data"));
        Files.createDirectories(home.resolve("data/import"));
        Files.writeString(home.resolve("data/import/weir-realm.json"), realm);
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile())
                .start();
        Keycloak keycloak = new Keycloak(home, port, process);
        try {
            keycloak.awaited();
            return keycloak;
        } catch (Exception | Error failed) {
            keycloak.close();
            throw failed;
        }
    }

    private static Path home() throws IOException {
        Path unpacked =
                Path.of(System.getProperty("weir.keycloak", "target/keycloak")).toAbsolutePath();
        try (Stream<Path> inside = Files.list(unpacked)) {
            return inside.filter(it -> Files.exists(it.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void emptied(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/weir";
    }

    private void awaited() throws Exception {
        URI known = URI.create(issuer() + "/.well-known/openid-configuration");
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try {
                if (http.send(HttpRequest.newBuilder(known).build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        throw new AssertionError("Keycloak did not start:\n" + Files.readString(home.resolve("keycloak.log")));
    }

    /** Ends all sessions of somebody, as an administrator of the provider does. */
    void signOut(String login) throws Exception {
        String token = member(
                sent(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN))),
                "access_token");
        String users = sent(HttpRequest.newBuilder(at("/admin/realms/weir/users?exact=true&username=" + login))
                .header("Authorization", "Bearer " + token));
        sent(HttpRequest.newBuilder(at("/admin/realms/weir/users/" + member(users, "id") + "/logout"))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String sent(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer.body();
    }

    /** The first string member of this name. */
    private static String member(String json, String name) {
        int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
