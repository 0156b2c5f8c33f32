package org.weir.rest.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Record versions as entity tags: version 3 is {@code "v3"}. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(W/)?\"v([1-9][0-9]{0,17})\"");

    private EntityTags() {}

    static String of(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * What {@code If-Match} allows.
     *
     * @param any {@code *}: whatever is stored
     */
    record Precondition(boolean any, Set<Long> versions) {
        boolean allows(long version) {
            return any || versions.contains(version);
        }
    }

    /** @throws ProblemException 428 when the header is missing */
    static Precondition ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ProblemException(428, Text.of("rest.problem.if-match-missing"), List.of());
        }
        return new Precondition(header.trim().equals("*"), versions(header, false));
    }

    /** Whether {@code If-None-Match} names the version (weakly) or everything. */
    static boolean noneMatch(@Nullable String header, long version) {
        return header != null
                && (header.trim().equals("*") || versions(header, true).contains(version));
    }

    private static Set<Long> versions(String header, boolean weak) {
        Set<Long> versions = new LinkedHashSet<>();
        Matcher matcher = TAG.matcher(header);
        while (matcher.find()) {
            if (weak || matcher.group(1) == null) {
                versions.add(Long.valueOf(matcher.group(2)));
            }
        }
        return versions;
    }
}
