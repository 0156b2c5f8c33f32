/** The way of a file into records. */
@NullMarked
package org.weir.web.importing;

import org.jspecify.annotations.NullMarked;
