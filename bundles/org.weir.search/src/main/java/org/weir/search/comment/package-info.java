/** Comments are found, by who may see the record they are about. */
@NullMarked
package org.weir.search.comment;

import org.jspecify.annotations.NullMarked;
