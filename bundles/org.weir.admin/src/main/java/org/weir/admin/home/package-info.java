/** The administration's first page. */
@NullMarked
package org.weir.admin.home;

import org.jspecify.annotations.NullMarked;
