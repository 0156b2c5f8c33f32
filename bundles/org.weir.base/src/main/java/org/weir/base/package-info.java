/** Values, identifiers, problems: what every other bundle may use. */
@NullMarked
package org.weir.base;

import org.jspecify.annotations.NullMarked;
