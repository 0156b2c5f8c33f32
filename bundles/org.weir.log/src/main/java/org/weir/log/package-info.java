/** The log of the framework in the log of Weir, and the last failure of every bundle. */
@NullMarked
package org.weir.log;

import org.jspecify.annotations.NullMarked;
