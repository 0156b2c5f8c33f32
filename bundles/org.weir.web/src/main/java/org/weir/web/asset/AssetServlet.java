package org.weir.web.asset;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves {@code /assets/HASH/PATH}: for ever cacheable, compressed beforehand. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/assets/*")
public final class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Assets assets;

    @Activate
    public AssetServlet(@Reference BundleAssets assets) {
        this(assets.assets());
    }

    AssetServlet(Assets assets) {
        this.assets = assets;
    }

    /** For a server that is not OSGi's. */
    public static AssetServlet over(Assets assets) {
        return new AssetServlet(assets);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        String path = request.getPathInfo();
        int slash = path == null ? -1 : path.indexOf('/', 1);
        Asset asset =
                path == null || slash < 0 ? null : assets.find(path.substring(1, slash), path.substring(slash + 1));
        if (path == null || asset == null) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = '"' + path.substring(1, slash) + '"';
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(asset, accepts(request.getHeader("Accept-Encoding")), response);
    }

    private static void send(Asset asset, boolean gzip, HttpServletResponse response) throws IOException {
        byte[] body = asset.plain();
        byte[] packed = asset.gzip();
        if (gzip && packed != null) {
            response.setHeader("Content-Encoding", "gzip");
            body = packed;
        }
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean accepts(@Nullable String encodings) {
        return encodings != null && encodings.contains("gzip");
    }
}
