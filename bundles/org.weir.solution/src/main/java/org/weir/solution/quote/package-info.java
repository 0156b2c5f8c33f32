/** Quotes: lines, versions, the margin corridor, and the way from draft to the customer's word. */
@NullMarked
package org.weir.solution.quote;

import org.jspecify.annotations.NullMarked;
