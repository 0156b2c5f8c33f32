package org.weir.log;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Tells a whole bundle from other files and from one that is still being written. */
final class BundleFile {
    private BundleFile() {}

    /** Why a file is no bundle; empty if it is one. Every byte is read, so that half a file is not taken for a whole one. */
    static String whyNot(File file) {
        // signatures are for whoever trusts them, not for this
        try (JarFile jar = new JarFile(file, false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return "it has no manifest";
            }
            Attributes main = manifest.getMainAttributes();
            if (main.getValue("Bundle-SymbolicName") == null) {
                return "its manifest names no bundle";
            }
            for (JarEntry entry : Collections.list(jar.entries())) {
                try (CheckedInputStream in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
                    in.transferTo(OutputStream.nullOutputStream());
                    if (in.getChecksum().getValue() != entry.getCrc()) {
                        return "it is no jar, or not a whole one (" + entry.getName() + " is damaged)";
                    }
                }
            }
            return "";
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            return "it is no jar, or not a whole one (" + Reasons.of("", e) + ")";
        }
    }
}
