/** What the people of the method may do with the installed base, service contracts, cases and ratings. */
@NullMarked
package org.weir.aftersales.grants;

import org.jspecify.annotations.NullMarked;
