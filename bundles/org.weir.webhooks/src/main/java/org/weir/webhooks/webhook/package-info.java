/** What people declare: where events go, and which. */
@NullMarked
package org.weir.webhooks.webhook;

import org.jspecify.annotations.NullMarked;
