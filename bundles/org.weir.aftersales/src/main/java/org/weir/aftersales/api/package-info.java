/** What other bundles may know of after-sales. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.aftersales.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
