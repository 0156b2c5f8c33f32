package org.weir.base.texts;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Texts;

/**
 * The texts of all started bundles. A bundle's texts are there before its components and go after them. The catalog is
 * put together when it is first read after a change, so that starting many bundles costs one catalog.
 */
@Component(service = Texts.class)
public final class BundleTexts implements Texts, BundleTrackerCustomizer<Long> {
    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);
    private static final String FOLDER = "OSGI-INF/l10n";

    private final BundleTracker<Long> tracker;
    private final Map<Long, List<TextFile>> files = new TreeMap<>();
    private volatile @Nullable Catalog catalog;

    @Activate
    @SuppressWarnings("this-escape")
    public BundleTexts(BundleContext context) {
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public String text(Locale locale, String key, Object... args) {
        return catalog().text(locale, key, args);
    }

    @Override
    public Optional<String> find(Locale locale, String key, Object... args) {
        return catalog().find(locale, key, args);
    }

    @Override
    public Set<Locale> locales() {
        return catalog().locales();
    }

    private Catalog catalog() {
        Catalog current = catalog;
        return current == null ? putTogether() : current;
    }

    private Catalog putTogether() {
        synchronized (files) {
            Catalog current = catalog;
            if (current == null) {
                List<TextFile> all = new ArrayList<>();
                files.values().forEach(all::addAll);
                current = Catalog.of(all);
                catalog = current;
            }
            return current;
        }
    }

    @Override
    public @Nullable Long addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        List<TextFile> found = read(bundle);
        if (found.isEmpty()) {
            return null;
        }
        synchronized (files) {
            files.put(bundle.getBundleId(), found);
            catalog = null;
        }
        return bundle.getBundleId();
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Long id) {
        // started now: its texts are read already
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Long id) {
        synchronized (files) {
            files.remove(id);
            catalog = null;
        }
    }

    private static List<TextFile> read(Bundle bundle) {
        List<TextFile> result = new ArrayList<>();
        for (URL url : entries(bundle)) {
            try {
                result.add(TextFile.read(url));
            } catch (IOException e) {
                LOG.error("The texts {} of {} cannot be read", url.getPath(), bundle.getSymbolicName(), e);
            }
        }
        return result;
    }

    private static Collection<URL> entries(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.properties", false);
        List<URL> result = new ArrayList<>();
        while (found != null && found.hasMoreElements()) {
            URL url = found.nextElement();
            if (TextFile.isOne(url)) {
                result.add(url);
            }
        }
        return result;
    }
}
