/** Who works on tickets, and who is told when one is late. */
@NullMarked
package org.weir.aftersales.role;

import org.jspecify.annotations.NullMarked;
