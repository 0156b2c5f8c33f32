/** The texts of all bundles in all languages. */
@NullMarked
package org.weir.base.texts;

import org.jspecify.annotations.NullMarked;
