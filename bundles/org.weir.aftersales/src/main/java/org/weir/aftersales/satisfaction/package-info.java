/** What customers say about the help they got. */
@NullMarked
package org.weir.aftersales.satisfaction;

import org.jspecify.annotations.NullMarked;
