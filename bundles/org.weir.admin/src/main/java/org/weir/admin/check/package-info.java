/** The checks that every Weir has. */
@NullMarked
package org.weir.admin.check;

import org.jspecify.annotations.NullMarked;
