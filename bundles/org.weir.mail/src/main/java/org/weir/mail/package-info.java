/** Letters to people. */
@NullMarked
package org.weir.mail;

import org.jspecify.annotations.NullMarked;
