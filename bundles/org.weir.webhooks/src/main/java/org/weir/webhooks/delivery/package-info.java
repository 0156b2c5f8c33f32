/** What is sent, when, again, and what became of it. */
@NullMarked
package org.weir.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
