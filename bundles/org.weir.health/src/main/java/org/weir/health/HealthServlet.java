package org.weir.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /health/live}: 200 while the process answers. {@code GET /health/ready}: 200 when every required bundle and
 * component is active, otherwise 503 naming what is missing, both as {@code {"ready":false,"missing":["…"]}}. Reasons
 * of failures are in the log only.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health/live", "/health/ready"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.readiness = new Readiness(context, components);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        if (request.getServletPath().endsWith("/live")) {
            response.getWriter().write("{\"live\":true}");
            return;
        }
        Readiness.Report report = readiness.report();
        List<String> missing = new ArrayList<>(report.missing());
        report.failed().forEach(failed -> missing.add(failed.substring(0, failed.indexOf(':')) + " failed"));
        response.setStatus(report.ready() ? 200 : 503);
        response.getWriter().write(Json.readiness(report.ready(), missing));
    }
}
