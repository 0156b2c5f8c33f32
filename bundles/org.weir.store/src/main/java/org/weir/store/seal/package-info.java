/** The keys of what is sealed, and sealing anew what is not sealed with today's. */
@NullMarked
package org.weir.store.seal;

import org.jspecify.annotations.NullMarked;
