/** What signatures are made with. */
@NullMarked
package org.weir.webhooks.secret;

import org.jspecify.annotations.NullMarked;
