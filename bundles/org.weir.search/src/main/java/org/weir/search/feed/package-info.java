/** Keeping the index up with the event log. */
@NullMarked
package org.weir.search.feed;

import org.jspecify.annotations.NullMarked;
