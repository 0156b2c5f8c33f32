/** Acceptance of sites: checklist and sign-off. */
@NullMarked
package org.weir.delivery.acceptance;

import org.jspecify.annotations.NullMarked;
