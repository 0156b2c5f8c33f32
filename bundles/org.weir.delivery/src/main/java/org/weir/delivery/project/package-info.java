/** Projects made from contracts, planned together and followed to acceptance. */
@NullMarked
package org.weir.delivery.project;

import org.jspecify.annotations.NullMarked;
