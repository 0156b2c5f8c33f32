/** Where one begins. */
@NullMarked
package org.weir.web.home;

import org.jspecify.annotations.NullMarked;
