/** Figures that must hold on any machine: not how long, but how much. */
@NullMarked
package org.weir.itest.figures;

import org.jspecify.annotations.NullMarked;
