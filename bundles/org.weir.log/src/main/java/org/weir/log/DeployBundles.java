package org.weir.log;

import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, updates and removes the bundles whose jars come into, change in or go from a watched folder. Each jar has a
 * thread of its own: a bundle whose start or stop does not end holds up itself alone, is told as a failure after a
 * while, and interrupted.
 */
@Component(service = {ArtifactListener.class, ArtifactInstaller.class})
public final class DeployBundles implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(DeployBundles.class);
    private static final long LOOK_MILLIS = 250;
    /** What comes into the folder later is to find this one started, if it starts as fast as most do. */
    private static final long PATIENCE_MILLIS = 1_000;

    private static final String SECONDS = "20";

    private final BundleContext context;
    private final RememberFailures failures;
    private final Duration limit;
    private final Map<File, Deployed> files = new ConcurrentHashMap<>();
    private final BundleListener wake = this::changed;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(DeployBundles::thread);

    @Activate
    public DeployBundles(BundleContext context, @Reference RememberFailures failures) {
        this.context = context;
        this.failures = failures;
        String seconds = context.getProperty("weir.bundles.seconds");
        this.limit = Duration.ofSeconds(Long.parseLong(seconds == null ? SECONDS : seconds.strip()));
        context.addBundleListener(wake);
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "weir-deploy");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    void close() {
        context.removeBundleListener(wake);
        looking.shutdownNow();
        files.values().forEach(Deployed::close);
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar");
    }

    @Override
    public void install(File file) {
        await(files.computeIfAbsent(file, it -> new Deployed(it, context, failures, limit))
                .bring());
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        Deployed gone = files.get(file);
        if (gone != null) {
            await(gone.remove());
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The next one does not wait", e);
        } catch (ExecutionException e) {
            LOG.error("A bundle could not be brought or removed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one bundle lacks may have come with another. */
    private void changed(BundleEvent event) {
        if (event.getType() == BundleEvent.INSTALLED
                || event.getType() == BundleEvent.UPDATED
                || event.getType() == BundleEvent.UNINSTALLED) {
            Bundle changed = event.getBundle();
            files.values().forEach(it -> it.wake(changed));
        }
    }

    private void look() {
        try {
            files.values().forEach(Deployed::look);
            files.values().removeIf(Deployed::done);
        } catch (RuntimeException e) {
            LOG.error("The deployed bundles could not be looked after", e);
        }
    }
}
