/** Needs: what customers want to reach, and what came of it. */
@NullMarked
package org.weir.relationship.need;

import org.jspecify.annotations.NullMarked;
