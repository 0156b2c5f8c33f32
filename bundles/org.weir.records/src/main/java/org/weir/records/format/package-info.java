/** Values as people and machines write them; plain and folded text. */
@NullMarked
package org.weir.records.format;

import org.jspecify.annotations.NullMarked;
