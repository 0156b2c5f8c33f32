/** What those see who keep the suite running. */
@NullMarked
package org.weir.partner.gallery.watch;

import org.jspecify.annotations.NullMarked;
