/** Sites: the customers' locations. */
@NullMarked
package org.weir.relationship.site;

import org.jspecify.annotations.NullMarked;
