/** Opportunities: business that may be won, who decides on it, and how it goes on. */
@NullMarked
package org.weir.relationship.opportunity;

import org.jspecify.annotations.NullMarked;
