@NullMarked
package org.weir.delivery.scheduling;

import org.jspecify.annotations.NullMarked;
