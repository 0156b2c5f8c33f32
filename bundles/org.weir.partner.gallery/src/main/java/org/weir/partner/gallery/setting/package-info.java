/** What IT sets. */
@NullMarked
package org.weir.partner.gallery.setting;

import org.jspecify.annotations.NullMarked;
