/** Search in the running suite. */
@NullMarked
package org.weir.itest.find;

import org.jspecify.annotations.NullMarked;
