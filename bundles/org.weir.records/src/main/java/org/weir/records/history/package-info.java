/** What changed in records, and the way back. */
@NullMarked
package org.weir.records.history;

import org.jspecify.annotations.NullMarked;
