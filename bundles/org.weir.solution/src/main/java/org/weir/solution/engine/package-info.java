/**
 * The configuration engine: models of features with groups, quantities, attributes and rules; what follows from choices, why,
 * what to do about it, and the best way to complete them. Plain Java; knows nothing of records or pages.
 */
@NullMarked
package org.weir.solution.engine;

import org.jspecify.annotations.NullMarked;
