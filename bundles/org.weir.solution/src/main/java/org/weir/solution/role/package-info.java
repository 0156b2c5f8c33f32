/** Who makes, approves, sends and accepts quotes. */
@NullMarked
package org.weir.solution.role;

import org.jspecify.annotations.NullMarked;
