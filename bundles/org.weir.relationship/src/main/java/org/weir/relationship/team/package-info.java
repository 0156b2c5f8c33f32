/** Account teams: the iron triangle and those around it. */
@NullMarked
package org.weir.relationship.team;

import org.jspecify.annotations.NullMarked;
