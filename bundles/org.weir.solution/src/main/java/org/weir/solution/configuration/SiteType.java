package org.weir.solution.configuration;

import java.util.List;
import java.util.UUID;

/**
 * Sites of a configuration that get the same.
 *
 * @param count how many sites, 1 or more
 * @param sites the {@code site} records it is meant for, as far as they are known; never more than {@code count}
 */
public record SiteType(UUID id, String name, int count, List<UUID> sites) {}
