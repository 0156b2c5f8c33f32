/** Requests to addresses that strangers chose. */
@NullMarked
package org.weir.webhooks.send;

import org.jspecify.annotations.NullMarked;
