package org.weir.admin.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Audit;
import org.weir.base.api.Texts;
import org.weir.log.api.BundleFailures;
import org.weir.store.api.Database;

/** Keeps this node's bundles as all nodes are to have them. Immediate: it also looks when nobody asks. */
@Component(service = DeployComponent.class, immediate = true, configurationPid = "org.weir.admin.bundles")
@Designate(ocd = DeployComponent.Config.class)
public final class DeployComponent {
    private static final Logger LOG = LoggerFactory.getLogger(DeployComponent.class);
    private static final long LOOK_SECONDS = 2;

    private final Deploy deploy;
    private final FindBundles find;
    private final Path conf;
    private final ScheduledExecutorService looking;
    private final ExecutorService changing = Executors.newSingleThreadExecutor(DeployComponent::thread);
    private final boolean signedOnly;
    private volatile Config config;

    /** What may be installed by upload. */
    @ObjectClassDefinition(id = "org.weir.admin.bundles", name = "Bundles by upload")
    @interface Config {
        @AttributeDefinition(name = "Largest file, in MB", min = "1", max = "99")
        int megabytes() default 64;

        @AttributeDefinition(name = "Most that a jar may unpack to, in MB", min = "1", max = "4096")
        int unpackedMegabytes() default 512;

        @AttributeDefinition(name = "Seconds that a bundle may take until it works", min = "5", max = "600")
        int startSeconds() default 30;

        @AttributeDefinition(name = "Only bundles signed with a certificate in conf/trusted")
        boolean signed() default false;
    }

    @Activate
    public DeployComponent(
            BundleContext context,
            @Reference(target = "(schema=admin)") Database database,
            @Reference ServiceComponentRuntime components,
            @Reference BundleFailures failures,
            @Reference Audit audit,
            @Reference Texts texts,
            Config config) {
        this.config = config;
        this.signedOnly = Boolean.parseBoolean(context.getProperty("weir.bundles.signed"));
        Path base = Path.of(property(context, "weir.base", "."));
        this.conf = base.resolve("conf");
        Path data = Path.of(property(context, "weir.data", "data"));
        UUID node = UUID.randomUUID();
        Clock clock = Clock.systemUTC();
        DeployStore store = new DeployStore(database, clock);
        Installed installed = new Installed(context);
        this.find = new FindBundles(context, components, failures);
        this.deploy = new Deploy(
                store,
                new BringInLine(store, installed, base.resolve("deploy").toAbsolutePath(), data, node),
                new TryChange(context, components),
                new WatchBundle(installed, find, failures),
                installed,
                audit,
                texts,
                clock,
                node,
                this::limits,
                this::work);
        this.looking = Executors.newSingleThreadScheduledExecutor(DeployComponent::thread);
        looking.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null ? otherwise : value;
    }

    /** New limits hold from the next file on. */
    @Modified
    void changed(Config changed) {
        this.config = changed;
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
        changing.shutdownNow();
    }

    /** How many bundles are not as they should be. */
    public long trouble() {
        return find.all(true).stream().filter(BundleLine::trouble).count();
    }

    Deploy deploy() {
        return deploy;
    }

    FindBundles find() {
        return find;
    }

    private void work(Runnable change) {
        changing.execute(change);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "weir-bundles");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        try {
            deploy.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The bundles could not be brought in line: {}", e.getMessage(), e);
        }
    }

    private Deploy.Limits limits() {
        Config now = config;
        return new Deploy.Limits(
                now.megabytes(),
                now.startSeconds(),
                new ReadJar.Limits(now.unpackedMegabytes(), now.signed() || signedOnly ? trusted() : null));
    }

    /** The certificates below {@code conf/trusted}; with none, nothing is trusted. */
    private @Nullable List<X509Certificate> trusted() {
        Path folder = conf.resolve("trusted");
        List<X509Certificate> result = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return result;
        }
        try (Stream<Path> files = Files.list(folder)) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    factory.generateCertificates(in).forEach(it -> result.add((X509Certificate) it));
                }
            }
            return result;
        } catch (IOException | CertificateException e) {
            LOG.warn("The certificates in {} cannot be read, so no bundle is trusted: {}", folder, e.getMessage());
            return List.of();
        }
    }
}
