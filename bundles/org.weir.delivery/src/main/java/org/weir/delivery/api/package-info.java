/** What other bundles may know of delivery. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.delivery.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
