/** The store without a framework around it. */
@NullMarked
package org.weir.store.embed;

import org.jspecify.annotations.NullMarked;
