package org.weir.records.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Reads and writes filters and sorts as they stand in URLs. */
@ProviderType
public interface Filters {
    /** @throws org.weir.base.api.ProblemException 400 saying at which character and why */
    @Nullable
    Filter parse(@Nullable String rsql);

    /** The shortest text that parses back to the same filter. */
    String write(@Nullable Filter filter);

    /** @throws org.weir.base.api.ProblemException 400 naming a field that is unknown or cannot be sorted by */
    List<Query.Sort> parseSort(RecordType type, @Nullable String sort);
}
