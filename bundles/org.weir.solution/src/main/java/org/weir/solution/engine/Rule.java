package org.weir.solution.engine;

import java.util.Map;

/**
 * A condition every product meets.
 *
 * @param line where it stands in the source, 0 if it has none
 * @param source as written
 * @param labels what it says, by language, from the comment above it; empty if there is none
 */
public record Rule(int line, String source, Expression condition, Map<String, String> labels) {}
