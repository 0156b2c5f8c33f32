/** Passwords, signing in, and what slows those down who guess. */
@NullMarked
package org.weir.access.signin;

import org.jspecify.annotations.NullMarked;
