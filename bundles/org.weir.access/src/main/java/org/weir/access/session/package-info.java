/** Sessions: opened at sign-in, found by the cookie, ended. */
@NullMarked
package org.weir.access.session;

import org.jspecify.annotations.NullMarked;
