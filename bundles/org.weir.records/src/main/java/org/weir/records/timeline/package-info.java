/** What happened around a record. */
@NullMarked
package org.weir.records.timeline;

import org.jspecify.annotations.NullMarked;
