/** How Weir is, in words: what every bundle's checks say, and since when. */
@NullMarked
package org.weir.admin.health;

import org.jspecify.annotations.NullMarked;
