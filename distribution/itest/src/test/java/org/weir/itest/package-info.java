/** Flows across bundles, in Felix, on both databases. */
@NullMarked
package org.weir.itest;

import org.jspecify.annotations.NullMarked;
