/** What the demo shows of webhooks. */
@NullMarked
package org.weir.webhooks.demo;

import org.jspecify.annotations.NullMarked;
