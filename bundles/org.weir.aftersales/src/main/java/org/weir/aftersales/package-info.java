/** Installed base, service contracts, tickets with SLA clocks, cases. */
@NullMarked
package org.weir.aftersales;

import org.jspecify.annotations.NullMarked;
