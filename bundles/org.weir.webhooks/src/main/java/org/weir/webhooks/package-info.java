/** Tells other systems what happens: signed events over HTTP. */
@NullMarked
package org.weir.webhooks;

import org.jspecify.annotations.NullMarked;
