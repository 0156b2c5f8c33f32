/** One schema and one migration history per bundle. */
@NullMarked
package org.weir.store.schema;

import org.jspecify.annotations.NullMarked;
