package org.weir.itest.faults;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.weir.itest.Api;
import org.weir.itest.Weir;

/** Somebody who works with Weir all the time and writes down what is not answered as it should be. */
final class Polling {
    private static final long PAUSE_MILLIS = 100;

    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    Polling(Weir weir) {
        Thread thread = new Thread(() -> ask(new Api(weir, "tom")), "polling");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask(Api api) {
        try {
            while (true) {
                HttpResponse<String> answer = api.get("/api/account?limit=2");
                if (answer.statusCode() != 200) {
                    failed.add(answer.statusCode() + " " + answer.body());
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException stopped) {
            failed.add(stopped.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<String> failed() {
        return List.copyOf(failed);
    }
}
