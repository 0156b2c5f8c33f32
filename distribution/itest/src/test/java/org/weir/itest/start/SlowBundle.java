package org.weir.itest.start;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle made of this class alone: {@code GET /slow?millis=N} answers after a while. */
public final class SlowBundle implements BundleActivator {
    static final String NAME = "test.slow";

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.whiteboard.servlet.pattern", "/slow");
        context.registerService(Servlet.class, new Slow(), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the servlet back
    }

    /** Writes the jar; with an import that nobody exports the resolver must refuse it. */
    static void writeTo(Path jar, String moreImports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", NAME);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", SlowBundle.class.getName());
        main.putValue("Import-Package", "jakarta.servlet,jakarta.servlet.http,org.osgi.framework" + moreImports);
        Path hidden = jar.resolveSibling(jar.getFileName() + ".part");
        try (OutputStream file = Files.newOutputStream(hidden);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            add(out, SlowBundle.class);
            add(out, Slow.class);
        }
        Files.move(hidden, jar);
    }

    private static void add(JarOutputStream out, Class<?> type) throws IOException {
        String path = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(path));
        try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(path)) {
            Objects.requireNonNull(in).transferTo(out);
        }
        out.closeEntry();
    }

    /** Leaves a mark first, so that a test knows that the request is in flight. */
    static final class Slow extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Files.writeString(Path.of(request.getParameter("mark")), "begun");
            try {
                Thread.sleep(Long.parseLong(request.getParameter("millis")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            response.getWriter().write("done");
        }
    }
}
