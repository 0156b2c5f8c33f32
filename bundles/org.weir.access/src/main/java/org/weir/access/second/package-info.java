/** The second factor: codes of an authenticator, and codes for when it is lost. */
@NullMarked
package org.weir.access.second;

import org.jspecify.annotations.NullMarked;
