/** The API described by itself, from the routes and record types that are there. */
@NullMarked
package org.weir.rest.openapi;

import org.jspecify.annotations.NullMarked;
