/** The event log as components. */
@NullMarked
package org.weir.events;

import org.jspecify.annotations.NullMarked;
