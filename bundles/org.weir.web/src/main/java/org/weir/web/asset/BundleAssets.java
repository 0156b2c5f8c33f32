package org.weir.web.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;

/** Offers what started bundles keep under {@code static/}. */
@Component(service = BundleAssets.class)
public final class BundleAssets {
    private static final String ROOT = "/static/";

    private final Assets assets = new Assets();
    private final BundleTracker<Boolean> tracker;

    @Activate
    public BundleAssets(BundleContext context) {
        tracker = new Tracker(context, assets);
        tracker.open();
    }

    @Deactivate
    public void close() {
        tracker.close();
    }

    public Assets assets() {
        return assets;
    }

    private static final class Tracker extends BundleTracker<Boolean> {
        private final Assets assets;

        Tracker(BundleContext context, Assets assets) {
            super(context, Bundle.ACTIVE | Bundle.STARTING, null);
            this.assets = assets;
        }

        @Override
        public @Nullable Boolean addingBundle(Bundle bundle, @Nullable BundleEvent event) {
            Map<String, byte[]> files = read(bundle);
            if (files.isEmpty()) {
                return null;
            }
            assets.add(bundle, new AssetSet(files, scriptKeys(bundle)));
            return true;
        }

        @Override
        public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Boolean tracked) {
            assets.remove(bundle);
        }
    }

    private static Map<String, byte[]> read(Bundle bundle) {
        Map<String, byte[]> files = new HashMap<>();
        Enumeration<URL> found = bundle.findEntries(ROOT, "*", true);
        while (found != null && found.hasMoreElements()) {
            URL url = found.nextElement();
            String path = url.getPath();
            if (!path.endsWith("/")) {
                files.put(path.substring(path.indexOf(ROOT) + ROOT.length()), content(url));
            }
        }
        return files;
    }

    private static Set<String> scriptKeys(Bundle bundle) {
        Properties all = new Properties();
        Enumeration<URL> found = bundle.findEntries("/OSGI-INF/l10n", "*.properties", false);
        while (found != null && found.hasMoreElements()) {
            byte[] content = content(found.nextElement());
            try {
                all.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
        }
        return all.stringPropertyNames().stream()
                .filter(it -> it.startsWith("js."))
                .collect(Collectors.toSet());
    }

    private static byte[] content(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
