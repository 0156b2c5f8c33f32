/** What we have promised to do for installed systems, and for how long. */
@NullMarked
package org.weir.aftersales.servicecontract;

import org.jspecify.annotations.NullMarked;
