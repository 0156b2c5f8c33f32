/** Single sign-on with a real provider. */
@NullMarked
package org.weir.itest.signon;

import org.jspecify.annotations.NullMarked;
