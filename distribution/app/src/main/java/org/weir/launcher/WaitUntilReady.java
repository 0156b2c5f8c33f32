package org.weir.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Asks the suite what is missing, until nothing is and the port answers, or until waiting is no use any more. */
final class WaitUntilReady {
    private static final long STEP_MILLIS = 20;
    /** A component that failed may be tried again by the next one that needs it; this long it may. */
    private static final long SECOND_CHANCE_MILLIS = 1_500;

    private final BundleContext context;
    private final InetSocketAddress address;
    private final Path failure;
    private final long seconds;

    /** @param failure where a bundle writes one sentence when waiting is no use */
    WaitUntilReady(BundleContext context, InetSocketAddress address, Path failure, long seconds) {
        this.failure = failure;
        this.context = context;
        this.address = address;
        this.seconds = seconds;
    }

    void await() throws CannotStart, IOException, InterruptedException {
        long begin = System.nanoTime();
        long failedSince = 0;
        Map<String, List<String>> report = Map.of();
        while (millisSince(begin) < seconds * 1000) {
            if (Files.exists(failure) && Files.size(failure) > 0) {
                throw new CannotStart(Files.readString(failure).strip());
            }
            report = report();
            List<String> failed = report.getOrDefault("failed", List.of());
            if (report.containsKey("missing") && report.values().stream().allMatch(List::isEmpty) && answers()) {
                return;
            }
            if (failed.isEmpty()) {
                failedSince = 0;
            } else if (failedSince == 0) {
                failedSince = System.nanoTime();
            } else if (millisSince(failedSince) > SECOND_CHANCE_MILLIS) {
                throw new CannotStart(sentence(failed.get(0)));
            }
            Thread.sleep(STEP_MILLIS);
        }
        List<String> missing = report.getOrDefault("missing", List.of("the component runtime is not there"));
        throw new CannotStart("Weir was not ready within " + seconds + " seconds: "
                + String.join("; ", missing.subList(0, Math.min(5, missing.size()))) + ".");
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** Component and reason, the reason alone being a sentence already for failures that were foreseen. */
    private static String sentence(String failure) {
        String reason = failure.substring(failure.indexOf(": ") + 2);
        return reason.endsWith(".") ? reason : "Weir cannot start: " + failure + ".";
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<String>> report() {
        try {
            var references = context.getServiceReferences(Supplier.class, "(weir.readiness=true)");
            for (ServiceReference<?> reference : references) {
                Object teller = context.getService(reference);
                if (teller instanceof Supplier<?> supplier) {
                    return (Map<String, List<String>>) supplier.get();
                }
            }
            return Map.of();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1000);
            socket.setSoTimeout(2000);
            socket.getOutputStream()
                    .write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }
}
