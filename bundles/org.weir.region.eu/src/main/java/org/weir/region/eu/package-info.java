/** What the European edition brings. */
@NullMarked
package org.weir.region.eu;

import org.jspecify.annotations.NullMarked;
