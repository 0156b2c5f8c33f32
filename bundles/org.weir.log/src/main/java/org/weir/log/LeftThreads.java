package org.weir.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Finds the threads that a bundle has started and that go on after its stop. */
final class LeftThreads {
    /** How threads of Weir itself are called, whoever made them start. */
    static final String OURS = "weir-";

    /** Those of the framework, of the web server and of the JDK may be born while a bundle starts, and are not its own. */
    private static final Pattern OTHERS =
            Pattern.compile("Felix|Apache Felix|SCR|CM |qtp|HikariPool|HSQLDB|HttpClient-|ForkJoinPool|process reaper");

    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 50;

    private LeftThreads() {}

    /** Those that have not ended a second after the stop. @param group which the bundle was started in */
    static List<Thread> of(ThreadGroup group, Bundle bundle) {
        List<Thread> left = now(group, bundle);
        try {
            for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
                Thread.sleep(PAUSE_MILLIS);
                left = left.stream().filter(Thread::isAlive).toList();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    private static List<Thread> now(ThreadGroup group, Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
        Map<String, Boolean> own = new HashMap<>();
        List<Thread> result = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, trace) -> {
            if (thread != Thread.currentThread() && (born(group, thread) || runs(loader, wiring, thread, trace, own))) {
                result.add(thread);
            }
        });
        return result;
    }

    private static boolean born(ThreadGroup group, Thread thread) {
        return Objects.equals(group, thread.getThreadGroup())
                && !thread.getName().startsWith(OURS)
                && !OTHERS.matcher(thread.getName()).lookingAt();
    }

    /** Whether the thread's class or code that it runs is the bundle's. */
    private static boolean runs(
            @Nullable ClassLoader loader,
            @Nullable BundleWiring wiring,
            Thread thread,
            StackTraceElement[] trace,
            Map<String, Boolean> own) {
        if (loader == null || wiring == null || thread.getName().startsWith(OURS)) {
            return false;
        }
        if (thread.getClass().getClassLoader() == loader) {
            return true;
        }
        for (StackTraceElement frame : trace) {
            if (own.computeIfAbsent(frame.getClassName(), it -> has(wiring, it))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(BundleWiring wiring, String type) {
        if (type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.")) {
            return false;
        }
        int dot = type.lastIndexOf('.');
        return !wiring.listResources(
                        dot < 0 ? "/" : type.substring(0, dot).replace('.', '/'),
                        type.substring(dot + 1) + ".class",
                        BundleWiring.LISTRESOURCES_LOCAL)
                .isEmpty();
    }
}
