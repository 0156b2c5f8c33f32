/** All that search finds, as a page and through the API. */
@NullMarked
package org.weir.web.search;

import org.jspecify.annotations.NullMarked;
