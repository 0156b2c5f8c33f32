/** The index on this node's disk. */
@NullMarked
package org.weir.search.index;

import org.jspecify.annotations.NullMarked;
