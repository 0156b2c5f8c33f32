/** Event logs of other service desks, replayed: do our clocks judge as theirs did? */
@NullMarked
package org.weir.aftersales.incident;

import org.jspecify.annotations.NullMarked;
