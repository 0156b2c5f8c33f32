/** What partners' bundles and damaged files can do to the suite. */
@NullMarked
package org.weir.itest.faults;

import org.jspecify.annotations.NullMarked;
