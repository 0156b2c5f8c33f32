/** The audit trail: written once, chained by hashes. */
@NullMarked
package org.weir.access.audit;

import org.jspecify.annotations.NullMarked;
