package org.weir.oidc;

import java.net.URI;
import java.util.Locale;

/**
 * The settings in their units.
 *
 * @param issuer without a slash at the end
 * @param clientSecret empty for a public client
 * @param publicUrl of Weir; empty to take what the browser asked for
 * @param label on the button; empty for the usual words
 */
record Values(
        String issuer,
        String clientId,
        String clientSecret,
        String scope,
        String publicUrl,
        String label,
        String loginClaim,
        String groupsClaim,
        boolean createUsers,
        boolean linkExisting,
        Mapping mapping) {

    Values {
        requireSafe(issuer);
    }

    /** Tokens and secrets travel there: only encrypted, or within this machine. */
    static void requireSafe(String url) {
        URI uri = URI.create(url);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && here)) {
            throw new IllegalArgumentException("not an https address: " + url);
        }
    }

    @Override
    public String toString() {
        return "Values[" + issuer + ", " + clientId + "]";
    }
}
