/** Passwords: what is good enough, and how they are kept. */
@NullMarked
package org.weir.access.password;

import org.jspecify.annotations.NullMarked;
