/** Words of a text as they are indexed, sought and marked. */
@NullMarked
package org.weir.search.text;

import org.jspecify.annotations.NullMarked;
