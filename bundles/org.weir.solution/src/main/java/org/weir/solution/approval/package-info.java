/** Leaving the margin corridor: asked with a reason, decided by somebody else, for exactly the figures asked about. */
@NullMarked
package org.weir.solution.approval;

import org.jspecify.annotations.NullMarked;
