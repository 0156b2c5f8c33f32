/** Teams, a tree of any depth. */
@NullMarked
package org.weir.access.team;

import org.jspecify.annotations.NullMarked;
