package org.weir.admin.metrics;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.weir.base.api.MetricSource;

/** Stands before everything and measures. */
@Component(service = {Filter.class, MetricSource.class})
@ServiceRanking(1000)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class CountRequests implements Filter, MetricSource {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Requests requests = new Requests();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        long begin = System.nanoTime();
        int status = 500;
        requests.began();
        try {
            chain.doFilter(request, response);
            status = answer.getStatus();
        } finally {
            requests.ended();
            if (request.isAsyncStarted()) {
                stream(request);
            } else {
                requests.took(method(asked), asked.getRequestURI(), status, System.nanoTime() - begin);
            }
        }
    }

    private static String method(HttpServletRequest asked) {
        return METHODS.contains(asked.getMethod()) ? asked.getMethod() : "other";
    }

    private void stream(ServletRequest request) {
        requests.streamBegan();
        request.getAsyncContext().addListener(new AsyncListener() {
            @Override
            public void onComplete(AsyncEvent event) {
                requests.streamEnded();
            }

            @Override
            public void onTimeout(AsyncEvent event) {
                // it is completed after that
            }

            @Override
            public void onError(AsyncEvent event) {
                // it is completed after that
            }

            @Override
            public void onStartAsync(AsyncEvent event) {
                // it goes on
            }
        });
    }

    @Override
    public Collection<Metric> metrics() {
        return requests.metrics();
    }
}
