/** Reading records of delivery. */
@NullMarked
package org.weir.delivery.reading;

import org.jspecify.annotations.NullMarked;
