/** How far an actor's permissions reach, as SQL. */
@NullMarked
package org.weir.records.visibility;

import org.jspecify.annotations.NullMarked;
