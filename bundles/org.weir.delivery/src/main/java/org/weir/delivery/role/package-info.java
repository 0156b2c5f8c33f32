/** What people of delivery may do. */
@NullMarked
package org.weir.delivery.role;

import org.jspecify.annotations.NullMarked;
