/** Tokens of programs. */
@NullMarked
package org.weir.access.token;

import org.jspecify.annotations.NullMarked;
