package org.weir.admin.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Reads a file that somebody says is a bundle, all of it, and trusts nothing in it. */
final class ReadJar {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,149}");
    private static final int ENTRIES = 20_000;
    private static final long MEGABYTE = 1024 * 1024;

    private final Limits limits;

    ReadJar(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param unpackedMegabytes that all files in a jar may have together
     * @param trusted certificates of which one must have signed every jar; null when signatures are not asked for
     */
    record Limits(int unpackedMegabytes, @Nullable List<X509Certificate> trusted) {}

    /** @throws ProblemException 422 at {@code file} with a sentence that says why it is refused */
    Jar read(Path file, String fileName) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw refused(Text.of("admin.jar.no-manifest"));
            }
            Signature signature = readAll(jar);
            return describe(file, fileName, manifest.getMainAttributes(), jar, signature.name());
        } catch (SecurityException tampered) {
            throw refused(Text.of("admin.jar.signature", String.valueOf(tampered.getMessage())));
        } catch (ZipException | IllegalArgumentException broken) {
            throw refused(Text.of("admin.jar.no-jar"));
        }
    }

    private static ProblemException refused(Text text) {
        return ProblemException.invalid("file", text);
    }

    private record Signature(String name) {}

    /** Reads every entry, which also checks its signature, and counts what it unpacks to. */
    private Signature readAll(JarFile jar) throws IOException {
        long left = limits.unpackedMegabytes() * MEGABYTE;
        Set<String> seen = new HashSet<>();
        Set<String> signers = new HashSet<>();
        boolean unsigned = false;
        byte[] buffer = new byte[65_536];
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (seen.size() >= ENTRIES) {
                throw refused(Text.of("admin.jar.entries", ENTRIES));
            }
            if (!seen.add(entry.getName())) {
                throw refused(Text.of("admin.jar.twice", entry.getName()));
            }
            path(entry.getName());
            try (InputStream in = jar.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    left -= n;
                    if (left < 0) {
                        throw refused(Text.of("admin.jar.bomb", limits.unpackedMegabytes()));
                    }
                }
            }
            if (!entry.isDirectory() && !signatureFile(entry.getName())) {
                unsigned |= !signed(entry, signers);
            }
        }
        return judge(signers, unsigned);
    }

    private static void path(String name) {
        if (name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..")) {
            throw refused(Text.of("admin.jar.path", name));
        }
    }

    private static boolean signatureFile(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(JarFile.MANIFEST_NAME) || upper.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private boolean signed(JarEntry entry, Set<String> signers) {
        CodeSigner[] found = entry.getCodeSigners();
        if (found == null || found.length == 0) {
            return false;
        }
        boolean trusted = limits.trusted() == null;
        for (CodeSigner signer : found) {
            List<? extends Certificate> chain = signer.getSignerCertPath().getCertificates();
            if (chain.get(0) instanceof X509Certificate own) {
                signers.add(own.getSubjectX500Principal().getName());
            }
            trusted |= limits.trusted() != null && chain.stream().anyMatch(limits.trusted()::contains);
        }
        return trusted;
    }

    private Signature judge(Set<String> signers, boolean unsigned) {
        if (unsigned && limits.trusted() != null) {
            throw refused(
                    signers.isEmpty()
                            ? Text.of("admin.jar.unsigned")
                            : Text.of("admin.jar.untrusted", String.join("; ", signers)));
        }
        if (unsigned && !signers.isEmpty()) {
            throw refused(Text.of("admin.jar.partly", String.join("; ", signers)));
        }
        return new Signature(String.join("; ", signers));
    }

    private static Jar describe(Path file, String fileName, Attributes main, JarFile jar, String signer)
            throws IOException {
        String name = first(main, Constants.BUNDLE_SYMBOLICNAME);
        if (name.isEmpty() || !"2".equals(first(main, Constants.BUNDLE_MANIFESTVERSION))) {
            throw refused(Text.of("admin.jar.no-bundle"));
        }
        if (!NAME.matcher(name).matches()) {
            throw refused(Text.of("admin.jar.name", name));
        }
        String schema = first(main, "Weir-Schema");
        return new Jar(
                sha(file),
                name,
                version(main),
                first(main, Constants.BUNDLE_NAME),
                Files.size(file),
                fileName,
                signer,
                first(main, Constants.FRAGMENT_HOST),
                schema,
                migrations(jar, schema));
    }

    private static String version(Attributes main) {
        String version = first(main, Constants.BUNDLE_VERSION);
        try {
            return Version.parseVersion(version).toString();
        } catch (IllegalArgumentException malformed) {
            throw refused(Text.of("admin.jar.version", version));
        }
    }

    /** Without the header's parameters. */
    private static String first(Attributes main, String header) {
        String value = main.getValue(header);
        return value == null ? "" : value.split(";", 2)[0].strip();
    }

    private static List<String> migrations(JarFile jar, String schema) {
        if (schema.isEmpty()) {
            return List.of();
        }
        String folder = "db/" + schema + "/";
        List<String> found = new ArrayList<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(folder) && entry.getName().endsWith(".sql")) {
                found.add(entry.getName().substring(folder.length()));
            }
        }
        found.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return List.copyOf(found);
    }

    /** The SHA-256 of a file's content. */
    static String sha(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
