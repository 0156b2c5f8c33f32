/** The board of sites and steps. */
@NullMarked
package org.weir.delivery.board;

import org.jspecify.annotations.NullMarked;
