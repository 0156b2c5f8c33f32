package org.weir.webhooks.send;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Where a webhook goes.
 *
 * @param host ASCII; an IPv6 address without brackets
 * @param target path and query as sent
 */
public record Destination(boolean secure, String host, int port, String target) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** @throws ProblemException 422 when it is no address that can be called */
    public static Destination of(String address) {
        URI uri;
        try {
            uri = new URI(address.trim());
        } catch (URISyntaxException malformed) {
            throw malformed();
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean known = secure || "http".equalsIgnoreCase(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw malformed();
        }
        int port = uri.getPort() < 0 ? (secure ? HTTPS : HTTP) : uri.getPort();
        if (port == 0 || port > 0xffff || uri.getHost().indexOf('%') >= 0) {
            throw malformed();
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Destination(
                secure, host(uri.getHost()), port, URI.create(path + query).toASCIIString());
    }

    private static String host(String host) {
        if (host.startsWith("[")) {
            return host.substring(1, host.length() - 1);
        }
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException malformed) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.invalid("address", Text.of("webhooks.problem.address"));
    }

    /** Whether the host is written as an address and needs no look-up. */
    boolean literal() {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    /** As in the header {@code Host}. */
    String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
    }
}
