/** Dates for all running projects together: planning anew, and shifting what a late or held task pushes. */
@NullMarked
package org.weir.delivery.planning;

import org.jspecify.annotations.NullMarked;
