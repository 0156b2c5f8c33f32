/** Brute force over small random problems. */
@NullMarked
package org.weir.solution.engine.solver;

import org.jspecify.annotations.NullMarked;
