/** Opening the database and saying clearly when that fails. */
@NullMarked
package org.weir.store.connection;

import org.jspecify.annotations.NullMarked;
