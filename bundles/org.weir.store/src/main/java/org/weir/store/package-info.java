/** The database as a component. */
@NullMarked
package org.weir.store;

import org.jspecify.annotations.NullMarked;
