/** What is found: records, and what bundles bring besides. */
@NullMarked
package org.weir.search.kind;

import org.jspecify.annotations.NullMarked;
