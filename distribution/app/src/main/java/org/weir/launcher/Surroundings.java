package org.weir.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the framework is told about the place it runs in. */
final class Surroundings {
    private Surroundings() {}

    /** @param watched the folders whose files become configurations and bundles, with commas */
    static Map<String, String> of(Home home, String region, boolean demo, String watched) {
        Map<String, String> properties = new HashMap<>();
        properties.put("weir.home", home.installation().toString());
        properties.put("weir.base", home.base().toString());
        properties.put("weir.data", home.data().toString());
        properties.put("weir.log", home.log().toString());
        properties.put("weir.system", home.system().toUri().toString());
        properties.put("weir.region", region);
        properties.put("weir.demo", Boolean.toString(demo));
        properties.put("felix.fileinstall.dir", watched);
        properties.put("felix.fileinstall.tmpdir", home.data().resolve("tmp").toString());
        properties.put(
                "org.osgi.framework.storage", home.data().resolve("cache").toString());
        // the shell speaks with "weir console", not with the terminal that Weir was started on
        properties.put("gosh.args", "--nointeractive");
        System.setProperty("weir.conf", home.conf().toString());
        System.setProperty("weir.log", home.log().toString());
        System.setProperty(
                "logback.configurationFile", home.conf().resolve("logback.xml").toString());
        return properties;
    }

    /** What libraries say to the JDK's own log is of no use on the console. */
    static void quieten() {
        System.setProperty("hsqldb.reconfig_logging", "false");
        Logger.getLogger("").setLevel(Level.WARNING);
    }
}
