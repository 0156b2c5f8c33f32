package org.weir.admin.bundle;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;

/**
 * Why a bundle is not what it should be.
 *
 * @param said in the reader's words; null when only the machine's are there
 * @param words as the machine says it
 */
public record Reason(@Nullable Text said, String words) {
    private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.$-]+)\\)");
    private static final Pattern JAVA = Pattern.compile("\\(osgi\\.ee=([\\w/.-]+)\\)\\(version[>=]+([\\d.]+)\\)");
    private static final Pattern BUNDLE = Pattern.compile("osgi\\.wiring\\.(host|bundle)=([\\w.-]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([\\w.-]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([\\w.-]+)\\)\\)");

    /**
     * Translates the resolver's most usual complaint, a package that nobody exports in a version that fits.
     *
     * @param exported the versions of a package that are there, by its name
     */
    static Reason of(String words, Function<String, List<String>> exported) {
        Matcher name = PACKAGE.matcher(words);
        if (!words.contains("Unable to resolve")) {
            return new Reason(null, words);
        }
        if (!name.find()) {
            return new Reason(other(words), words);
        }
        int end = words.indexOf("Unresolved requirements", name.end());
        String filter = words.substring(name.end(), end < 0 ? words.length() : end);
        List<String> there = exported.apply(name.group(1));
        return new Reason(
                there.isEmpty()
                        ? Text.of("admin.bundle.needs", name.group(1))
                        : Text.of(
                                "admin.bundle.needs-version",
                                name.group(1),
                                first(FROM, filter),
                                first(BELOW, filter),
                                String.join(", ", there)),
                words);
    }

    /** Complaints that are not about packages; null for those that have no words of ours. */
    private static @Nullable Text other(String words) {
        Matcher java = JAVA.matcher(words);
        if (java.find()) {
            return Text.of(
                    "admin.bundle.needs-java",
                    java.group(1),
                    java.group(2),
                    Runtime.version().feature());
        }
        Matcher bundle = BUNDLE.matcher(words);
        if (bundle.find()) {
            return Text.of(
                    bundle.group(1).equals("host") ? "admin.bundle.needs-host" : "admin.bundle.needs-bundle",
                    bundle.group(2));
        }
        return null;
    }

    /** The version of a package in an {@code Export-Package} header. */
    static Optional<String> version(String exports, String name) {
        Matcher found = Pattern.compile("(?:^|,)\\s*" + Pattern.quote(name)
                        + "\\s*;(?:(?:[^\",]|\"[^\"]*\")*?;)?\\s*version=\"?([\\w.-]+)")
                .matcher(exports);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
