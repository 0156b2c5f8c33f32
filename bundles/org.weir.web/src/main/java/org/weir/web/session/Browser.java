package org.weir.web.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, in two words. */
public final class Browser {
    /** The mark and the name; the first that is found counts, because most name others too. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("Edg", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("MicroMessenger", "微信");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("FxiOS/", "Firefox");
        NAMES.put("CriOS/", "Chrome");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browser() {}

    /** @return what it says itself when that is not known */
    public static String of(String userAgent) {
        String name = found(NAMES, userAgent);
        String system = found(SYSTEMS, userAgent);
        return name.isEmpty() || system.isEmpty() ? userAgent : name + " · " + system;
    }

    private static String found(Map<String, String> marks, String userAgent) {
        return marks.entrySet().stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
