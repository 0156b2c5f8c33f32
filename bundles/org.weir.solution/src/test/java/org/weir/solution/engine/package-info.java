/** Tests of the engine: published models, and brute force over small random ones. */
@NullMarked
package org.weir.solution.engine;

import org.jspecify.annotations.NullMarked;
