/** What is left to mend before a site is finally accepted. */
@NullMarked
package org.weir.delivery.punch;

import org.jspecify.annotations.NullMarked;
