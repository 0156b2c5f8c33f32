/** Product models: their record type, their import from UVL, and the compiled form that is kept. */
@NullMarked
package org.weir.solution.model;

import org.jspecify.annotations.NullMarked;
