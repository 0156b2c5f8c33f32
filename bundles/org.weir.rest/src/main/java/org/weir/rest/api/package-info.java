/** What bundles add to the API besides their records and actions. */
@Export
@Version("1.1.0")
@NullMarked
package org.weir.rest.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
