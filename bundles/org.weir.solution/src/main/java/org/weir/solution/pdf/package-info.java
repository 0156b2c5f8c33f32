/** The offer as a document in the customer's language. */
@NullMarked
package org.weir.solution.pdf;

import org.jspecify.annotations.NullMarked;
