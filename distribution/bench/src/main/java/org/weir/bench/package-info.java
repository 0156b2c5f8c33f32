/** Measures a built distribution from outside; the method stands in {@code distribution/bench/README.md}. */
@NullMarked
package org.weir.bench;

import org.jspecify.annotations.NullMarked;
