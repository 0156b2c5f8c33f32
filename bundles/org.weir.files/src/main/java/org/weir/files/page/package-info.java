/** Files on pages and in the API. */
@NullMarked
package org.weir.files.page;

import org.jspecify.annotations.NullMarked;
