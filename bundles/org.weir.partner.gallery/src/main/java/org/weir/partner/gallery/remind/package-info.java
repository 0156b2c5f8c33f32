/** Readers are reminded: an action, a job, its schedule and a letter. */
@NullMarked
package org.weir.partner.gallery.remind;

import org.jspecify.annotations.NullMarked;
