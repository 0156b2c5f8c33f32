package org.weir.operations.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * What every answer says to browsers, whoever gives it: nothing runs, nothing is framed, nothing is guessed. Pages and the
 * API say their own over it; a servlet that draws pages of its own must say which scripts and styles it has. No
 * request is told back to who sent it (TRACE).
 */
@Component(service = Filter.class, property = "service.ranking:Integer=800")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class GuardAnswers implements Filter {
    static final String POLICY =
            "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    static final String TLS = "max-age=31536000; includeSubDomains";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (response instanceof HttpServletResponse http) {
            http.setHeader("Content-Security-Policy", POLICY);
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Referrer-Policy", "same-origin");
            if (request.isSecure()) {
                http.setHeader("Strict-Transport-Security", TLS);
            }
            if (request instanceof HttpServletRequest asked && asked.getMethod().equals("TRACE")) {
                http.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
