/** What stands at the customers: systems and their units, the engineering archive, warranty. */
@NullMarked
package org.weir.aftersales.installed;

import org.jspecify.annotations.NullMarked;
