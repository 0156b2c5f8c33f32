/** Record types: read from their declarations, collected from all bundles. */
@NullMarked
package org.weir.records.type;

import org.jspecify.annotations.NullMarked;
