/** Comments on records, and following them. */
@NullMarked
package org.weir.records.conversation;

import org.jspecify.annotations.NullMarked;
