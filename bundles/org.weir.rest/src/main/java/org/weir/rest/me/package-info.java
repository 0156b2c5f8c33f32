/** The signed-in person: session, password, preferences. */
@NullMarked
package org.weir.rest.me;

import org.jspecify.annotations.NullMarked;
