/** Who works where, in which role, since when. */
@NullMarked
package org.weir.relationship.employment;

import org.jspecify.annotations.NullMarked;
