/** Demo data of delivery. */
@NullMarked
package org.weir.delivery.demo;

import org.jspecify.annotations.NullMarked;
