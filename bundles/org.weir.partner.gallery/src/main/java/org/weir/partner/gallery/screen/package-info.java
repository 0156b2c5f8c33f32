/** Meters on the pages that are everybody's: home, my day, cockpit, record. */
@NullMarked
package org.weir.partner.gallery.screen;

import org.jspecify.annotations.NullMarked;
