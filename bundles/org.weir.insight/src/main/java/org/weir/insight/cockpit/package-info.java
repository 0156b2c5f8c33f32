/** What stands on an account, drawn from all domains. */
@NullMarked
package org.weir.insight.cockpit;

import org.jspecify.annotations.NullMarked;
