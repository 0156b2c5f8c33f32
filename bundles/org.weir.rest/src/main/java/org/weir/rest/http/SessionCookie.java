package org.weir.rest.http;

import org.jspecify.annotations.Nullable;

/** The cookie that carries a session, the same as the pages' own. */
public final class SessionCookie {
    public static final String NAME = "weir";

    private SessionCookie() {}

    /** The header that keeps the token, or ends it when it is null. */
    public static String header(@Nullable String token, boolean secure) {
        return NAME + "=" + (token == null ? "" : token) + "; Path=/; HttpOnly; SameSite=Lax"
                + (token == null ? "; Max-Age=0" : "")
                + (secure ? "; Secure" : "");
    }
}
