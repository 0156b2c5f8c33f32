/** The rules of the house, checked over every bundle. */
@NullMarked
package org.weir.itest.architecture;

import org.jspecify.annotations.NullMarked;
