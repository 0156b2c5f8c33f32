/** From the event log to CloudEvents. */
@NullMarked
package org.weir.webhooks.event;

import org.jspecify.annotations.NullMarked;
