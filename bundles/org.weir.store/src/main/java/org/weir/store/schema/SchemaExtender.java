package org.weir.store.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.store.api.Database;
import org.weir.store.embed.Store;

/**
 * Migrates the schema of each started bundle that names one in {@code Weir-Schema}, then registers its
 * {@link Database}. When the bundle goes the service goes and the data stays.
 */
public final class SchemaExtender implements AutoCloseable, BundleTrackerCustomizer<ServiceRegistration<Database>> {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
    private static final String HEADER = "Weir-Schema";
    /** How the launcher installs bundles; those of partners come from {@code deploy/} and may fail without the rest. */
    private static final String OF_THE_EDITION = "reference:";

    private final BundleContext context;
    private final Store store;
    private final Consumer<String> cannotStart;
    private final BundleTracker<ServiceRegistration<Database>> tracker;

    /** @param cannotStart told, in one sentence, when a bundle of the edition itself stays without its database */
    public SchemaExtender(BundleContext context, Store store, Consumer<String> cannotStart) {
        this.context = context;
        this.store = store;
        this.cannotStart = cannotStart;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
    }

    public void open() {
        tracker.open();
    }

    @Override
    public void close() {
        tracker.close();
    }

    @Override
    public @Nullable ServiceRegistration<Database> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        String schema = bundle.getHeaders("").get(HEADER);
        if (schema == null || bundle.getState() == Bundle.STOPPING) {
            return null;
        }
        try {
            Database database = store.migrated(schema, files(bundle, schema));
            return context.registerService(
                    Database.class, database, FrameworkUtil.asDictionary(Map.of("schema", schema)));
        } catch (MigrationFailed | IOException | RuntimeException e) {
            refuse(bundle, e);
        }
        return null;
    }

    /** The names of the migration files of every bundle that is installed, started or not, by schema. */
    public static Map<String, Set<String>> brought(BundleContext context) {
        Map<String, Set<String>> brought = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            String schema = bundle.getHeaders("").get(HEADER);
            if (schema != null) {
                try {
                    brought.put(
                            schema,
                            files(bundle, schema).stream()
                                    .map(MigrationFile::name)
                                    .collect(Collectors.toSet()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return brought;
    }

    private void refuse(Bundle bundle, Exception why) {
        LOG.error("{} gets no database: {}", bundle, why.getMessage(), why);
        if (bundle.getLocation().startsWith(OF_THE_EDITION)) {
            String sentence = bundle.getSymbolicName() + " gets no database: " + why.getMessage();
            cannotStart.accept(sentence.lines().collect(Collectors.joining(" ")));
        }
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, ServiceRegistration<Database> registration) {
        // still starting, started or stopping: its schema does not change
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, ServiceRegistration<Database> registration) {
        registration.unregister();
    }

    private static Collection<MigrationFile> files(Bundle bundle, String schema) throws IOException {
        List<MigrationFile> files = new ArrayList<>();
        Enumeration<URL> found = bundle.findEntries("db/" + schema, "*.sql", false);
        while (found != null && found.hasMoreElements()) {
            URL url = found.nextElement();
            try (InputStream in = url.openStream()) {
                String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
                files.add(new MigrationFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return files;
    }
}
