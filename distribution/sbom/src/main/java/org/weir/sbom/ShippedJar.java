package org.weir.sbom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A jar of an edition.
 *
 * @param name its file name without version and ending
 * @param holds versions by Maven name ({@code group/artifact}) of everything that says inside what it is
 * @param foreign whether there is a class in it that is not ours
 */
record ShippedJar(String name, String version, String sha256, Map<String, String> holds, boolean foreign) {
    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d.*?)(-light)?\\.jar");
    private static final Pattern POM = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

    static ShippedJar read(Path file) throws IOException {
        Matcher matcher = FILE.matcher(String.valueOf(file.getFileName()));
        boolean versioned = matcher.matches();
        Map<String, String> holds = new TreeMap<>();
        boolean foreign = false;
        String version;
        try (JarFile jar = new JarFile(file.toFile())) {
            String bundleVersion = jar.getManifest().getMainAttributes().getValue("Bundle-Version");
            version = versioned ? matcher.group(2) : bundleVersion;
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String path = entry.getName();
                foreign |= path.endsWith(".class") && !path.startsWith("org/weir/");
                Matcher pom = POM.matcher(path);
                if (pom.matches()) {
                    Properties properties = new Properties();
                    try (InputStream in = jar.getInputStream(entry)) {
                        properties.load(in);
                    }
                    holds.put(pom.group(1) + "/" + pom.group(2), properties.getProperty("version", version));
                }
            }
        }
        String name = versioned
                ? matcher.group(1)
                : String.valueOf(file.getFileName()).replaceFirst("\\.jar$", "");
        return new ShippedJar(name, version, hash(file), holds, foreign);
    }

    /** Made by us; what others made may be inside. */
    boolean ours() {
        return name.startsWith("org.weir.") || name.equals("weir");
    }

    private static String hash(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
