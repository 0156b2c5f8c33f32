/** Every contact with a customer. */
@NullMarked
package org.weir.relationship.touchpoint;

import org.jspecify.annotations.NullMarked;
