/** What is promised by severity, and the clocks that say whether it is kept. */
@NullMarked
package org.weir.aftersales.sla;

import org.jspecify.annotations.NullMarked;
