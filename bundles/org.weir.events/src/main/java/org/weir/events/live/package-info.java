/** Telling listeners in this process what has just happened. */
@NullMarked
package org.weir.events.live;

import org.jspecify.annotations.NullMarked;
