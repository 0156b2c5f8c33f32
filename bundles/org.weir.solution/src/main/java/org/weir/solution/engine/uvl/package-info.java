/** Reads models: UVL and the DIMACS form of published feature models. */
@NullMarked
package org.weir.solution.engine.uvl;

import org.jspecify.annotations.NullMarked;
