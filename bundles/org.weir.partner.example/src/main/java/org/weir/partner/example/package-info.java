/** A small partner bundle: proof and example of what partners can do. */
@NullMarked
package org.weir.partner.example;

import org.jspecify.annotations.NullMarked;
