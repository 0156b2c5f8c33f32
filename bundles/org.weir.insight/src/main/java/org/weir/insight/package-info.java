/** What is seen over all four domains: the chain, the account cockpit. */
@NullMarked
package org.weir.insight;

import org.jspecify.annotations.NullMarked;
