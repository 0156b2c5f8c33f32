/** Sellers: who sells, as sales statistics know them. */
@NullMarked
package org.weir.relationship.seller;

import org.jspecify.annotations.NullMarked;
