/** Projects planned over shared crews, progress, acceptance of sites. */
@NullMarked
package org.weir.delivery;

import org.jspecify.annotations.NullMarked;
