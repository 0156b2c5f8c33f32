/** Roles, what they grant, and what can be granted. */
@NullMarked
package org.weir.access.role;

import org.jspecify.annotations.NullMarked;
