/** Clauses and linear sums over Boolean variables: propagation, conflict-driven search, and the encoding of models. */
@NullMarked
package org.weir.solution.engine.solver;

import org.jspecify.annotations.NullMarked;
