/** The chain from a need to the maintained installation, seen from any record of it. */
@NullMarked
package org.weir.insight.chain;

import org.jspecify.annotations.NullMarked;
