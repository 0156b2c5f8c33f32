package org.weir.log;

import java.io.File;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.log.api.BundleFailures;

/** Reads the failures of bundles out of the OSGi log, where the resolver, the installer and the component runtime put them. */
@Component(
        service = {BundleFailures.class, RememberFailures.class},
        immediate = true)
public final class RememberFailures implements BundleFailures, LogListener {
    /** The file or location that the installer's messages name. */
    private static final Pattern FILE = Pattern.compile("(?:file:)?(/[^\\s]+\\.jar)");

    private static final Logger LOG = LoggerFactory.getLogger(RememberFailures.class);

    private final BundleContext context;
    private final LogReaderService reader;
    private final @Nullable Function<Bundle, String> refusal;
    private final Map<String, Failure> last = new ConcurrentHashMap<>();
    /** Where a subject came from: what has been taken out of the folder is no failure any more. */
    private final Map<String, String> paths = new ConcurrentHashMap<>();

    private final Map<String, Failure> starts = new ConcurrentHashMap<>();
    private final Map<String, List<Thread>> left = new ConcurrentHashMap<>();

    @Activate
    public RememberFailures(
            BundleContext context,
            @Reference LogReaderService reader,
            @Reference(target = "(weir.bundles.refused=*)", cardinality = ReferenceCardinality.OPTIONAL) @Nullable
                    Function<Bundle, String> refusal) {
        this.context = context;
        this.reader = reader;
        this.refusal = refusal;
        List<LogEntry> past = new ArrayList<>(Collections.list(reader.getLog()));
        Collections.reverse(past);
        past.forEach(this::logged);
        reader.addLogListener(this);
    }

    @Deactivate
    void close() {
        reader.removeLogListener(this);
    }

    @Override
    public List<Failure> standing() {
        return last.values().stream()
                .filter(this::stands)
                .sorted(Comparator.comparing(Failure::at).reversed())
                .toList();
    }

    @Override
    public void logged(LogEntry entry) {
        Throwable cause = entry.getException();
        if (entry.getLogLevel().ordinal() > LogLevel.WARN.ordinal() || cause == null) {
            return;
        }
        Instant at = Instant.ofEpochMilli(entry.getTime());
        String path = path(entry.getMessage());
        Bundle bundle = path == null ? entry.getBundle() : installedFrom(path);
        String reason = reason(entry, cause, bundle);
        Failure failure = bundle == null
                ? new Failure(file(path == null ? "?" : path), "", file(path == null ? "" : path), at, reason)
                : new Failure(name(bundle), bundle.getVersion().toString(), file(deployed(bundle)), at, reason);
        remember(failure, path == null ? "" : path);
    }

    /** Who keeps a bundle out knows better why it does not start than the resolver. */
    private String reason(LogEntry entry, Throwable cause, @Nullable Bundle bundle) {
        if (refusal == null || bundle == null) {
            return Reasons.of(entry.getMessage(), cause);
        }
        String refused = refusal.apply(bundle);
        if (refused.isEmpty()) {
            return Reasons.of(entry.getMessage(), cause);
        }
        LOG.warn("{} {} is not started: {}", name(bundle), bundle.getVersion(), refused);
        return refused;
    }

    /** A file that was not even installed. */
    void refused(File file, String why) {
        remember(new Failure(file.getName(), "", file.getName(), Instant.now(), why), file.getPath());
    }

    void forget(File file) {
        last.remove(file.getName());
    }

    /** A bundle that could not be started. */
    void failed(Bundle bundle, Exception why) {
        String refused = refusal == null ? "" : refusal.apply(bundle);
        if (!refused.isEmpty()) {
            LOG.warn("{} {} is not started: {}", name(bundle), bundle.getVersion(), refused);
        }
        failed(bundle, refused.isEmpty() ? Reasons.of(why.getMessage(), why) : refused);
    }

    /** A bundle that is not as it should be. */
    void failed(Bundle bundle, String why) {
        Failure failure =
                new Failure(name(bundle), bundle.getVersion().toString(), file(deployed(bundle)), Instant.now(), why);
        starts.put(failure.subject(), failure);
        remember(failure, "");
    }

    /** A bundle that was started, or is gone; what its parts say of themselves stands. */
    void forget(Bundle bundle) {
        Failure failure = starts.remove(name(bundle));
        if (failure != null) {
            last.remove(failure.subject(), failure);
        }
    }

    /** Notes and tells the threads that go on although their bundle was stopped. */
    void left(Bundle bundle, List<Thread> threads) {
        if (threads.isEmpty()) {
            return;
        }
        List<Thread> all = left.computeIfAbsent(name(bundle), it -> new CopyOnWriteArrayList<>());
        all.removeIf(it -> !it.isAlive());
        for (Thread thread : threads) {
            if (!all.contains(thread)) {
                all.add(thread);
            }
        }
        LOG.warn(
                "{} was stopped and left threads running, {} by now: {}",
                name(bundle),
                all.size(),
                String.join(
                        ", ",
                        all.stream().map(Thread::getName).distinct().limit(5).toList()));
    }

    @Override
    public Map<String, Integer> leftThreads() {
        Map<String, Integer> result = new TreeMap<>();
        left.forEach((name, threads) -> {
            threads.removeIf(it -> !it.isAlive());
            if (!threads.isEmpty()) {
                result.put(name, threads.size());
            }
        });
        return result;
    }

    private void remember(Failure failure, String path) {
        last.put(failure.subject(), failure);
        paths.put(failure.subject(), path);
    }

    private boolean stands(Failure failure) {
        for (Bundle bundle : context.getBundles()) {
            if (name(bundle).equals(failure.subject())) {
                return bundle.getState() != Bundle.ACTIVE
                        || bundle.getLastModified() <= failure.at().toEpochMilli();
            }
        }
        return new File(paths.getOrDefault(failure.subject(), "")).exists();
    }

    private @Nullable Bundle installedFrom(String path) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().endsWith(path)) {
                return bundle;
            }
        }
        return null;
    }

    private static @Nullable String path(@Nullable String message) {
        Matcher found = FILE.matcher(message == null ? "" : message);
        return found.find() ? found.group(1) : null;
    }

    private static String deployed(Bundle bundle) {
        return bundle.getLocation().startsWith("file:") ? bundle.getLocation() : "";
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String name(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name == null ? bundle.getLocation() : name;
    }
}
