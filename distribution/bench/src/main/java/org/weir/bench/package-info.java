/** Figures with a written method. */
@NullMarked
package org.weir.bench;

import org.jspecify.annotations.NullMarked;
