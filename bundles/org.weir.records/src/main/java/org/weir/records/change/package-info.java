/** Creating, changing and deleting records. */
@NullMarked
package org.weir.records.change;

import org.jspecify.annotations.NullMarked;
