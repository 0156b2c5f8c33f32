package org.weir.admin.metrics;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.admin.Permissions;
import org.weir.base.api.MetricSource;
import org.weir.base.api.MetricSource.Metric;
import org.weir.base.api.ProblemException;

/**
 * {@code GET /metrics} for Prometheus: for those who show the token of the settings, for a person or program with {@code
 * metrics:read}, and for everybody when the settings open it.
 */
@Component(service = Servlet.class, configurationPid = "org.weir.admin.metrics")
@Designate(ocd = MetricsServlet.Settings.class)
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServlet.class);

    private final transient Access access;
    private final transient List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private transient volatile Settings settings;

    @ObjectClassDefinition(id = "org.weir.admin.metrics", name = "Metrics")
    @interface Settings {
        @AttributeDefinition(name = "Open to everybody who reaches Weir")
        boolean open() default false;

        @AttributeDefinition(name = "Token for Prometheus", type = AttributeType.PASSWORD)
        String token() default "";
    }

    @Activate
    public MetricsServlet(@Reference Access access, Settings settings) {
        this.access = access;
        this.settings = settings;
    }

    @Modified
    void changed(Settings changed) {
        this.settings = changed;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        int refused = refused(request);
        if (refused != 0) {
            if (refused == 401) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"weir\"");
            }
            response.setStatus(refused);
            return;
        }
        StringBuilder text = new StringBuilder(16_384);
        new WriteMetrics(text).all(metrics());
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType(WriteMetrics.TYPE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private List<Metric> metrics() {
        List<Metric> result = new ArrayList<>();
        int failed = 0;
        for (MetricSource source : sources) {
            try {
                result.addAll(source.metrics());
            } catch (RuntimeException e) {
                failed++;
                LOG.debug("{} gives no figures", source.getClass().getName(), e);
            }
        }
        result.add(Metric.gauge("weir_metric_sources_failed", "Sources that gave no figures just now.", failed));
        return result;
    }

    /** The status of the refusal; 0 for none. */
    private int refused(HttpServletRequest request) {
        Settings now = settings;
        if (now.open()) {
            return 0;
        }
        String header = request.getHeader("Authorization");
        if (header == null) {
            return 401;
        }
        if (!now.token().isEmpty() && same(header, "Bearer " + now.token())) {
            return 0;
        }
        try {
            Actor actor = actor(header, request.getRemoteAddr());
            return actor.may(Permissions.METRICS) ? 0 : 403;
        } catch (ProblemException wrong) {
            return wrong.status();
        } catch (IllegalArgumentException malformed) {
            return 401;
        }
    }

    private Actor actor(String header, String address) {
        if (header.startsWith("Bearer ")) {
            return access.bearer(header.substring("Bearer ".length()), address).actor();
        }
        if (header.startsWith("Basic ")) {
            String[] parts = new String(
                            Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
                    .split(":", 2);
            if (parts.length == 2) {
                return access.basic(parts[0], parts[1], address);
            }
        }
        throw new IllegalArgumentException("neither Basic nor Bearer");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
