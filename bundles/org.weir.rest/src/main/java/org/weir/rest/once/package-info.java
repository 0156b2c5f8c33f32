/** What is sent again under the same Idempotency-Key is done once. */
@NullMarked
package org.weir.rest.once;

import org.jspecify.annotations.NullMarked;
