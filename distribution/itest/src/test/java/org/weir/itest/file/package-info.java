/** Files beside records, in the running suite. */
@NullMarked
package org.weir.itest.file;

import org.jspecify.annotations.NullMarked;
