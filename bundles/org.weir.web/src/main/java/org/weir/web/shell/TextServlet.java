package org.weir.web.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.weir.base.api.Texts;
import org.weir.web.asset.BundleAssets;

/** Serves {@code /texts/HASH/LANGUAGE.json}: what scripts say; nothing secret. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/texts/*")
public final class TextServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient ScriptTexts scriptTexts;

    @Activate
    public TextServlet(@Reference Texts texts, @Reference BundleAssets assets) {
        this(texts, new ScriptTexts(texts, assets.assets()));
    }

    public TextServlet(Texts texts, ScriptTexts scriptTexts) {
        this.texts = texts;
        this.scriptTexts = scriptTexts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String tag = path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
        Locale locale = Locale.forLanguageTag(tag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!texts.locales().contains(locale)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean current = scriptTexts.address(locale).equals("/texts" + path);
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-store");
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(scriptTexts.json(locale).getBytes(StandardCharsets.UTF_8));
    }
}
