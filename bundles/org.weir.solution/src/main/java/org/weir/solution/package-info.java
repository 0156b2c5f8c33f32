/** Product models, the configurator, quotes within the margin corridor, contracts. */
@NullMarked
package org.weir.solution;

import org.jspecify.annotations.NullMarked;
