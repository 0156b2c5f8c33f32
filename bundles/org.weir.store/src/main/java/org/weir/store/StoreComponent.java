package org.weir.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.MetricSource;
import org.weir.base.api.Notice;
import org.weir.store.api.Archives;
import org.weir.store.connection.CannotOpen;
import org.weir.store.connection.Settings;
import org.weir.store.embed.Store;
import org.weir.store.schema.SchemaExtender;

/**
 * Opens the database as configured and serves the schemas of all bundles. Opens on a thread of its own: a locked
 * database may take 15 seconds, and a start has other work to do meanwhile. Needs its configuration
 * ({@code org.weir.store}, may be empty), so that it never opens the default database by mistake.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.weir.store",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class StoreComponent {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);
    private static final long MEGABYTE = 1024 * 1024;

    private static final int EMBEDDED_POOL = 8;

    private final BundleContext context;
    private final Path data;
    private final Thread opening;
    private @Nullable Store store;
    private @Nullable SchemaExtender extender;

    /** The configuration; empty values mean the embedded database below {@code weir.data}. */
    @interface Config {
        String url() default "";

        String user() default "";

        String password() default "";

        /** Connections at most; 0 for 12, or 8 to the embedded database, which keeps what it compiled for each. */
        int poolSize() default 0;

        /** How long a locked database is asked again. */
        int lockSeconds() default 15;

        /** Megabytes of disk that stay free; below it nothing is written. HSQLDB only. */
        int reserveMegabytes() default 64;
    }

    @Activate
    public StoreComponent(BundleContext context, Config config) {
        this.context = context;
        this.data = data(context);
        this.opening = new Thread(() -> open(config), "weir-store-open");
        opening.start();
    }

    @Deactivate
    void close() throws InterruptedException {
        opening.interrupt();
        opening.join(TimeUnit.SECONDS.toMillis(30));
        synchronized (this) {
            if (extender != null) {
                extender.close();
            }
            if (store != null) {
                store.close();
            }
        }
    }

    private void open(Config config) {
        StartFailure failure = new StartFailure(data);
        try {
            Store opened = Store.open(settings(config));
            failure.clear();
            SchemaExtender extending = new SchemaExtender(context, opened, failure::say);
            synchronized (this) {
                store = opened;
                extender = extending;
            }
            String version = context.getBundle().getVersion().toString();
            context.registerService(
                    Archives.class, opened.archives(version, () -> SchemaExtender.brought(context)), null);
            context.registerService(Notice.class, opened.notice(), null);
            context.registerService(MetricSource.class, new PoolMetrics(opened), null);
            awaitFramework();
            extending.open();
        } catch (CannotOpen | IllegalArgumentException | IOException e) {
            LOG.error("{}", e.getMessage(), e);
            failure.say(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("Opening the database was given up: the suite stops");
        }
    }

    /** A schema makes components of many bundles; while the framework starts, its own thread is about to make them too. */
    private void awaitFramework() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.STARTED) {
                started.countDown();
            }
        };
        context.addFrameworkListener(listener);
        try {
            if (context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STARTING) {
                started.await();
            }
        } finally {
            context.removeFrameworkListener(listener);
        }
    }

    private Settings settings(Config config) {
        String url = config.url().replace("${weir.data}", data.toString());
        if (url.isBlank()) {
            url = "jdbc:hsqldb:file:" + data.resolve("db/weir")
                    + ";sql.syntax_pgs=true;hsqldb.tx=mvcc;hsqldb.default_table_type=cached"
                    + ";hsqldb.write_delay=false";
        }
        boolean embedded = url.startsWith("jdbc:hsqldb:");
        String user = config.user().isBlank() ? (embedded ? "SA" : "weir") : config.user();
        return new Settings(
                url,
                user,
                config.password(),
                config.poolSize() > 0 ? config.poolSize() : embedded ? EMBEDDED_POOL : Settings.POOL_SIZE,
                Duration.ofSeconds(config.lockSeconds()),
                config.reserveMegabytes() * MEGABYTE);
    }

    private static Path data(BundleContext context) {
        String place = context.getProperty("weir.data");
        return Path.of(place == null ? "data" : place).toAbsolutePath();
    }

    /** One sentence for the launcher, in {@code start-failure} in the data folder. */
    private record StartFailure(Path data) {
        void clear() throws IOException {
            Files.deleteIfExists(file());
        }

        void say(String sentence) {
            try {
                Files.createDirectories(data);
                Files.writeString(file(), sentence + System.lineSeparator());
            } catch (IOException e) {
                LOG.error("{} cannot be written", file(), e);
            }
        }

        private Path file() {
            return data.resolve("start-failure");
        }
    }
}
