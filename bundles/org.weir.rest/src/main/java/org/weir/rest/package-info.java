/** The API over every record type and action. */
@NullMarked
package org.weir.rest;

import org.jspecify.annotations.NullMarked;
