package org.weir.base.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that everybody has to know for as long as it lasts, shown above every page. Registered as a service by the
 * bundle that knows; asked at every page, so it answers from memory.
 */
@ConsumerType
public interface Notice {
    /** What to say now; empty most of the time. */
    Optional<Text> now();
}
