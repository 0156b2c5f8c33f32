package org.weir.base.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The texts of one file such as {@code OSGI-INF/l10n/relationship_zh_CN.properties}, read as UTF-8; a name without a
 * language is English.
 */
public record TextFile(String name, Locale locale, Map<String, String> texts) {
    private static final java.util.regex.Pattern NAME =
            java.util.regex.Pattern.compile("([^/]+?)(?:_([a-z]{2,3})(?:_([A-Z]{2}))?)?\\.properties");

    /** Names that OSGi itself uses for the texts of manifests and configuration forms. */
    private static final Set<String> NOT_OURS = Set.of("bundle", "plugin", "metatype");

    /** Whether the file holds texts of the suite. */
    public static boolean isOne(URL url) {
        Matcher matcher = NAME.matcher(fileName(url));
        return matcher.matches() && !NOT_OURS.contains(matcher.group(1));
    }

    public static TextFile read(URL url) throws IOException {
        Matcher matcher = NAME.matcher(fileName(url));
        if (!matcher.matches()) {
            throw new IOException(url + " is not named like a file of texts");
        }
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(url + ": " + malformed.getMessage(), malformed);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return new TextFile(matcher.group(1), locale(matcher), Map.copyOf(texts));
    }

    private static Locale locale(Matcher matcher) {
        if (matcher.group(2) == null) {
            return Locale.ENGLISH;
        }
        Locale.Builder locale = new Locale.Builder().setLanguage(matcher.group(2));
        return matcher.group(3) == null
                ? locale.build()
                : locale.setRegion(matcher.group(3)).build();
    }

    private static String fileName(URL url) {
        String path = url.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
