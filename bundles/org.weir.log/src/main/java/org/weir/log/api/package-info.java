/** The last failure of every bundle, for pages that tell administrators why something is not there. */
@Export
@Version("1.1.0")
@NullMarked
package org.weir.log.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
