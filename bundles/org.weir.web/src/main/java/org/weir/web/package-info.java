/** The shell and the pages of every record type. */
@NullMarked
package org.weir.web;

import org.jspecify.annotations.NullMarked;
