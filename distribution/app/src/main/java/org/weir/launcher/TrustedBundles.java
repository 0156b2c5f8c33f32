package org.weir.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Where IT asks for signatures ({@code weir.bundles.signed=true}), no bundle that came later than the edition itself is
 * wired, however it came, unless one of the certificates in {@code conf/trusted} has signed all of it. What is judged is
 * what the framework would load, not the file it came from.
 */
final class TrustedBundles implements ResolverHookFactory, ResolverHook, Function<Bundle, String> {
    private final String edition;
    private final List<Certificate> trusted;
    private final Map<String, String> judged = new ConcurrentHashMap<>();

    /** @param edition how the locations of the edition's own bundles begin */
    TrustedBundles(String edition, List<Certificate> trusted) {
        this.edition = edition;
        this.trusted = trusted;
    }

    /** @throws CannotStart when a file there is no certificate */
    static List<Certificate> certificates(Path folder) throws CannotStart, IOException {
        List<Certificate> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
                    } catch (CertificateException e) {
                        throw new CannotStart(file + " is not a certificate: " + e.getMessage());
                    }
                }
            }
        }
        return all;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(it -> !apply(it.getBundle()).isEmpty());
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {}

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {}

    @Override
    public void end() {}

    /** Why the bundle is kept out; empty when it is not. */
    @Override
    public String apply(Bundle bundle) {
        return bundle.getBundleId() == 0 || bundle.getLocation().startsWith(edition)
                ? ""
                : judged.computeIfAbsent(bundle.getBundleId() + "@" + bundle.getLastModified(), it -> judge(bundle));
    }

    private String judge(Bundle bundle) {
        try {
            Path copy = Files.createTempFile("weir", ".jar");
            try {
                pack(bundle, copy);
                return signed(copy, trusted) ? "" : "it is not signed by a certificate in conf/trusted";
            } finally {
                Files.delete(copy);
            }
        } catch (IOException | SecurityException e) {
            return "its signature does not fit: " + e.getMessage();
        }
    }

    /** The bundle's content as the framework has it; digests are over entries, so packing it anew changes none. */
    private static void pack(Bundle bundle, Path file) throws IOException {
        Enumeration<URL> found = bundle.findEntries("/", "*", true);
        List<URL> entries = new ArrayList<>(found == null ? List.of() : Collections.list(found));
        // a reader of signed jars wants the manifest and the signatures first
        entries.sort((a, b) -> Integer.compare(turn(a), turn(b)));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            for (URL entry : entries) {
                if (!entry.getPath().endsWith("/")) {
                    jar.putNextEntry(new JarEntry(entry.getPath().substring(1)));
                    try (InputStream in = entry.openStream()) {
                        in.transferTo(jar);
                    }
                }
            }
        }
    }

    private static int turn(URL entry) {
        String path = entry.getPath();
        return path.equals("/META-INF/MANIFEST.MF") ? 0 : path.startsWith("/META-INF/") ? 1 : 2;
    }

    /** Whether one of the certificates has signed every entry. */
    static boolean signed(Path file, List<Certificate> trusted) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || aboutSignatures(entry.getName())) {
                    continue;
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                if (!signed(entry, trusted)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean signed(JarEntry entry, List<Certificate> trusted) {
        CodeSigner[] signers = entry.getCodeSigners();
        return signers != null
                && Stream.of(signers).anyMatch(it -> it.getSignerCertPath().getCertificates().stream()
                        .anyMatch(trusted::contains));
    }

    private static boolean aboutSignatures(String name) {
        return name.matches("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
    }
}
