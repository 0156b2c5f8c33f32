/** Tests over several features of the web shell. */
@NullMarked
package org.weir.web;

import org.jspecify.annotations.NullMarked;
