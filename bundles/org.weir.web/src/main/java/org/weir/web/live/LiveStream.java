package org.weir.web.live;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One open stream of server-sent events. */
final class LiveStream {
    private final AsyncContext context;
    private final UUID user;
    private final Locale locale;
    private final Instant until;
    private volatile boolean ended;

    LiveStream(AsyncContext context, UUID user, Locale locale, Instant until) {
        this.context = context;
        this.user = user;
        this.locale = locale;
        this.until = until;
    }

    UUID user() {
        return user;
    }

    Locale locale() {
        return locale;
    }

    boolean ended() {
        return ended;
    }

    boolean over(Instant now) {
        return now.isAfter(until);
    }

    /** @param data JSON on one line */
    void send(String event, String data) {
        write("event: " + event + "\ndata: " + data + "\n\n");
    }

    /** Finds out whether the other side is still there. */
    void ping() {
        write(":\n\n");
    }

    private synchronized void write(String text) {
        if (ended) {
            return;
        }
        try {
            OutputStream out = context.getResponse().getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            try {
                context.complete();
            } catch (IllegalStateException alreadyComplete) {
                ended = true;
            }
        }
    }
}
