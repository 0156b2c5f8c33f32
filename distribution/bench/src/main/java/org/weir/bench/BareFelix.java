package org.weir.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Felix with Declarative Services, ConfigAdmin and the servlet whiteboard on Jetty, from the very jars of the distribution.
 */
final class BareFelix {
    private static final String NEEDED =
            "(org\\.apache\\.felix\\.(scr|configadmin|http\\.|log)|jetty-|commons-|org\\.osgi\\.|org\\.weir\\.lib\\.logging).*";

    private BareFelix() {}

    public static void main(String[] arguments) throws Exception {
        Framework felix = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", arguments[1],
                        "org.osgi.framework.storage.clean", "onFirstInit",
                        "org.osgi.service.http.port", arguments[2]));
        felix.init();
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Path.of(arguments[0], "system"))) {
            for (Path jar : jars.sorted().toList()) {
                if (jar.getFileName().toString().matches(NEEDED)) {
                    bundles.add(felix.getBundleContext().installBundle("reference:" + jar.toUri()));
                }
            }
        }
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
        felix.start();
        felix.waitForStop(0);
    }
}
