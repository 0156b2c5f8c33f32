/** A region of its own. */
@NullMarked
package org.weir.partner.gallery.region;

import org.jspecify.annotations.NullMarked;
