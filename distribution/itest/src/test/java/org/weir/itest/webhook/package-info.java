/** Webhooks of the running suite, with receivers outside it. */
@NullMarked
package org.weir.itest.webhook;

import org.jspecify.annotations.NullMarked;
