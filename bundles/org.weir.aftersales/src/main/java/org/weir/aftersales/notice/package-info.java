/** Letters about tickets, where there is mail. */
@NullMarked
package org.weir.aftersales.notice;

import org.jspecify.annotations.NullMarked;
