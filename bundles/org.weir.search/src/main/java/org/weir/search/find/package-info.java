/** Finding, as far as the asker may see. */
@NullMarked
package org.weir.search.find;

import org.jspecify.annotations.NullMarked;
