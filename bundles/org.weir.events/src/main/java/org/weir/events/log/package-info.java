/** Where facts are written and read, in an order without gaps. */
@NullMarked
package org.weir.events.log;

import org.jspecify.annotations.NullMarked;
