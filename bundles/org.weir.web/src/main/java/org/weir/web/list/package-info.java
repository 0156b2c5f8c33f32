/** Lists of records of any type. */
@NullMarked
package org.weir.web.list;

import org.jspecify.annotations.NullMarked;
