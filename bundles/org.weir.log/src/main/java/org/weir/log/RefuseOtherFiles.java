package org.weir.log;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.apache.felix.fileinstall.ArtifactListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installer passes over a jar that is no bundle without a word; this says why nothing happens. */
@Component(service = {ArtifactListener.class, ArtifactInstaller.class})
public final class RefuseOtherFiles implements ArtifactInstaller {
    private static final Logger LOG = LoggerFactory.getLogger(RefuseOtherFiles.class);

    private final RememberFailures failures;

    @Activate
    public RefuseOtherFiles(@Reference RememberFailures failures) {
        this.failures = failures;
    }

    @Override
    public boolean canHandle(File file) {
        return file.getName().endsWith(".jar") && !whyNot(file).isEmpty();
    }

    @Override
    public void install(File file) {
        String why = whyNot(file);
        LOG.warn("{} is refused: {}", file, why);
        failures.refused(file, why);
    }

    @Override
    public void update(File file) {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        failures.forget(file);
    }

    /** Why a file is no bundle; empty if it is one. */
    static String whyNot(File file) {
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return "it has no manifest";
            }
            Attributes main = manifest.getMainAttributes();
            return main.getValue("Bundle-SymbolicName") == null ? "its manifest names no bundle" : "";
        } catch (IOException e) {
            return "it is no jar (" + Reasons.of("", e) + ")";
        }
    }
}
