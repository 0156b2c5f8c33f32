package org.weir.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says whether Weir runs, is ready, and what it waits for. */
final class Status {
    /** As other services do: 0 ready, 1 running but not ready, 3 not running. */
    private static final int READY = 0;

    private static final int NOT_READY = 1;
    private static final int NOT_RUNNING = 3;
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Home home;

    Status(Home home) {
        this.home = home;
    }

    int print() throws IOException, InterruptedException {
        Path pid = home.data().resolve("pid");
        if (!Ownership.held(home.data()) || !Files.exists(pid)) {
            System.out.println("Weir is not running.");
            return NOT_RUNNING;
        }
        String process = " (process " + Files.readString(pid).strip() + ")";
        String state = new StateFile(home.data()).read();
        if (!state.startsWith("ready ")) {
            System.out.println("Weir is " + (state.isEmpty() ? "starting" : state) + process + ".");
            return NOT_READY;
        }
        String url = state.substring("ready ".length());
        List<String> missing = missing(url);
        if (missing.isEmpty()) {
            System.out.println("Weir is ready at " + url + process + ".");
            return READY;
        }
        System.out.println("Weir is running at " + url + process + ", but not ready:");
        missing.forEach(line -> System.out.println("  " + line));
        return NOT_READY;
    }

    static List<String> missing(String url) throws InterruptedException {
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? List.of() : texts(answer.body());
        } catch (IOException e) {
            return List.of("it does not answer at " + url);
        }
    }

    private static List<String> texts(String body) {
        List<String> texts = new ArrayList<>();
        Matcher text = TEXT.matcher(body.substring(Math.max(0, body.indexOf('['))));
        while (text.find()) {
            texts.add(text.group(1));
        }
        return texts.isEmpty() ? List.of("it answers " + body) : texts;
    }
}
