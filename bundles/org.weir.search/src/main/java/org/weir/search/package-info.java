/** Search as a component. */
@NullMarked
package org.weir.search;

import org.jspecify.annotations.NullMarked;
