/** Imports, exports and jobs. */
@NullMarked
package org.weir.rest.transfer;

import org.jspecify.annotations.NullMarked;
