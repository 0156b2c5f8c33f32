/** Price lists, prices and exchange rates, each with the days on which they hold. */
@NullMarked
package org.weir.solution.price;

import org.jspecify.annotations.NullMarked;
