/** Users: what may be stored of them, and how colleagues see them. */
@NullMarked
package org.weir.access.user;

import org.jspecify.annotations.NullMarked;
