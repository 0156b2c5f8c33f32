/** The page of a record of any type. */
@NullMarked
package org.weir.web.record;

import org.jspecify.annotations.NullMarked;
