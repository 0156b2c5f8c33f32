/** What other programs ask and send, beyond records. */
@NullMarked
package org.weir.partner.gallery.exchange;

import org.jspecify.annotations.NullMarked;
