package org.weir.store.seal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Seal;
import org.weir.store.api.SealedColumn;

/**
 * The seal of this Weir. Its keys lie in {@code keys/seal.keys} below {@code weir.data}, or in the file that the framework
 * property {@code weir.seal} or the environment's {@code WEIR_SEAL} names.
 */
@Component(
        service = {},
        immediate = true)
public final class SealComponent {
    private static final Logger LOG = LoggerFactory.getLogger(SealComponent.class);
    private static final long FIRST_SECONDS = 10;
    private static final long LOOK_SECONDS = 60;

    private final KeyFile file;
    private final Seal seal;
    private final ServiceRegistration<Seal> registration;
    private final ScheduledExecutorService looking;
    /** The key that all values of a column are known to be sealed with. */
    private final Map<SealedColumn, String> columns = new ConcurrentHashMap<>();

    @Activate
    public SealComponent(BundleContext context) {
        this.file = new KeyFile(place(context));
        this.seal = new Seal(file::keys);
        this.registration = context.registerService(Seal.class, seal, null);
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "weir-seal");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(this::look, FIRST_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static Path place(BundleContext context) {
        String named = context.getProperty("weir.seal");
        String environment = named == null ? System.getenv("WEIR_SEAL") : named;
        if (environment != null && !environment.isBlank()) {
            return Path.of(environment.strip()).toAbsolutePath();
        }
        String data = context.getProperty("weir.data");
        return Path.of(data == null ? "data" : data, "keys", "seal.keys").toAbsolutePath();
    }

    @Deactivate
    void close() {
        registration.unregister();
        looking.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addColumn(SealedColumn column) {
        columns.put(column, "");
    }

    void removeColumn(SealedColumn column) {
        columns.remove(column);
    }

    private void look() {
        columns.forEach((column, known) -> {
            String failed = seal(column, known);
            if (failed != null) {
                LOG.warn("What lies in {}.{} could not be sealed anew: {}", column.table(), column.column(), failed);
            }
        });
    }

    private @Nullable String seal(SealedColumn column, String known) {
        try {
            String id = file.keys().get(0).id();
            if (!id.equals(known)) {
                int done = new SealAnew(seal).in(column);
                columns.replace(column, known, id);
                if (done > 0) {
                    LOG.info(
                            "{}.{}: {} were sealed anew, all are with key {}",
                            column.table(),
                            column.column(),
                            done,
                            id);
                }
            }
            return null;
        } catch (ProblemException | UncheckedIOException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            LOG.debug("sealing anew failed", e);
            return e.toString();
        }
    }
}
