/** What is remembered for a few seconds, so that a page does not cost a storm of queries. */
@NullMarked
package org.weir.access.memory;

import org.jspecify.annotations.NullMarked;
