package org.weir.log.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Remembers the last thing that went wrong with each bundle: refused by the resolver, not started, not activated. */
@ProviderType
public interface BundleFailures {
    /** The failures that still stand, newest first. A bundle that has become active since is not among them. */
    List<Failure> standing();

    /**
     * How many threads go on although the bundle that started them was stopped, by its symbolic name. Only a restart of
     * the node ends them.
     */
    Map<String, Integer> leftThreads();

    /**
     * @param subject the bundle's symbolic name, or the file's name when it could not even be installed
     * @param version the bundle's version, empty for a file
     * @param file    the file's name in the deploy folder, empty for a bundle that Weir itself brings
     * @param reason  the resolver's or the exception's words, one line
     */
    record Failure(String subject, String version, String file, Instant at, String reason) {}
}
