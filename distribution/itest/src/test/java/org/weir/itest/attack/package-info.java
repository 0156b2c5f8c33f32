/** Files beside records, in the running suite. */
@NullMarked
package org.weir.itest.attack;

import org.jspecify.annotations.NullMarked;
