package org.weir.web.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the last forms sent to this node, so that one sent twice is done once. */
final class Once {
    private static final int MOST = 10_000;

    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized boolean first(String token) {
        return seen.putIfAbsent(token, Boolean.TRUE) == null;
    }

    /** It was refused; the same form may be mended and sent again. */
    synchronized void forget(@Nullable String token) {
        if (token != null) {
            seen.remove(token);
        }
    }
}
