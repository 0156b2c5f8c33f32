/** Signing in and out, passwords and preferences. */
@NullMarked
package org.weir.web.session;

import org.jspecify.annotations.NullMarked;
