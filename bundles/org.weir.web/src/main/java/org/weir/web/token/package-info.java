/** Tokens of programs, one's own and those of service accounts. */
@NullMarked
package org.weir.web.token;

import org.jspecify.annotations.NullMarked;
