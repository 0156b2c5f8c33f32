/** Several equal nodes on one database. */
@NullMarked
package org.weir.itest.nodes;

import org.jspecify.annotations.NullMarked;
