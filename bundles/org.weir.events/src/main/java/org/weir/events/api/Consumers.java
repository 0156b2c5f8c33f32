package org.weir.events.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Who reads the event log, and how far they have come. */
@ProviderType
public interface Consumers {
    /**
     * @param behind how many facts it has not passed yet; a few more where transactions were lost
     * @param present whether it is here now, on this node; otherwise it catches up when it returns
     * @param failure what it threw last, while it keeps failing; null when all goes well
     */
    record Standing(
            String name,
            long behind,
            boolean present,
            @Nullable String failure) {}

    /** By name; also those that were here once. */
    List<Standing> all();
}
