package org.weir.operations.request;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Believes the proxies that IT names, and nobody else, about who asks and whether over TLS ({@code X-Forwarded-For}, {@code
 * X-Forwarded-Proto}): waits after wrong passwords, the trail and {@code Secure} cookies depend on it.
 */
@Component(
        service = Filter.class,
        property = "service.ranking:Integer=900",
        configurationPid = "org.weir.operations.proxies")
@Designate(ocd = TrustProxies.Settings.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class TrustProxies implements Filter {
    private volatile Proxies proxies;

    @ObjectClassDefinition(id = "org.weir.operations.proxies", name = "Proxies")
    @interface Settings {
        @AttributeDefinition(
                name = "Addresses of the proxies before Weir",
                description = "Addresses or networks whose X-Forwarded-For and X-Forwarded-Proto are believed")
        String[] trusted() default {"127.0.0.0/8", "::1"};
    }

    @Activate
    public TrustProxies(Settings settings) {
        this.proxies = new Proxies(Arrays.asList(settings.trusted()));
    }

    TrustProxies(Proxies proxies) {
        this.proxies = proxies;
    }

    /** Holds from the next request on. */
    @Modified
    void changed(Settings settings) {
        proxies = new Proxies(Arrays.asList(settings.trusted()));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Proxies now = proxies;
        if (request instanceof HttpServletRequest http && now.trusts(http.getRemoteAddr())) {
            Optional<String> caller =
                    now.caller(String.join(",", Collections.list(http.getHeaders("X-Forwarded-For"))));
            boolean secure = http.isSecure() || "https".equalsIgnoreCase(http.getHeader("X-Forwarded-Proto"));
            if (caller.isPresent() || secure != http.isSecure()) {
                chain.doFilter(new Forwarded(http, caller.orElse(http.getRemoteAddr()), secure), response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** The request as its caller sent it. */
    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String caller;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String caller, boolean secure) {
            super(request);
            this.caller = caller;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return caller;
        }

        @Override
        public String getRemoteHost() {
            return caller;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }
    }
}
