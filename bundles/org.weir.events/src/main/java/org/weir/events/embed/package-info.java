/** The event log without a framework around it. */
@NullMarked
package org.weir.events.embed;

import org.jspecify.annotations.NullMarked;
