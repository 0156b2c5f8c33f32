/** A partner's bundle comes, is replaced under load, goes, and comes back. */
@NullMarked
package org.weir.itest.partner;

import org.jspecify.annotations.NullMarked;
