/** Sample record types and a world around them, for tests. */
@NullMarked
package org.weir.records.sample;

import org.jspecify.annotations.NullMarked;
