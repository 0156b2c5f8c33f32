/** The API as a page: every operation with its shapes, to be tried as the person who reads. */
@NullMarked
package org.weir.web.openapi;

import org.jspecify.annotations.NullMarked;
