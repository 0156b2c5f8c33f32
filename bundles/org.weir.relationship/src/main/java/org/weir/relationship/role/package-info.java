/** What the people of the method may do by default. */
@NullMarked
package org.weir.relationship.role;

import org.jspecify.annotations.NullMarked;
