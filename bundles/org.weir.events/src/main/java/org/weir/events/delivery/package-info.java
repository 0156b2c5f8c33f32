/** Bringing each fact to each consumer, once committed. */
@NullMarked
package org.weir.events.delivery;

import org.jspecify.annotations.NullMarked;
