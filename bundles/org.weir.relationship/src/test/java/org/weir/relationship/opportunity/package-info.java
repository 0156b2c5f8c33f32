/** Tests of opportunities. */
@NullMarked
package org.weir.relationship.opportunity;

import org.jspecify.annotations.NullMarked;
