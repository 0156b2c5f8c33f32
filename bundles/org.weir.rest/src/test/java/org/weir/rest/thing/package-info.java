/** Record types that the tests bring. */
@NullMarked
package org.weir.rest.thing;

import org.jspecify.annotations.NullMarked;
