/** Records to find. */
@NullMarked
package org.weir.search.sample;

import org.jspecify.annotations.NullMarked;
