@NullMarked
package org.weir.delivery.gantt;

import org.jspecify.annotations.NullMarked;
