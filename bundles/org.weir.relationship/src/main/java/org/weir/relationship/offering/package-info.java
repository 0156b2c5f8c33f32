/** Products: what we sell, in short. */
@NullMarked
package org.weir.relationship.offering;

import org.jspecify.annotations.NullMarked;
