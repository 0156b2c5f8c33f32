/** One box over everything one may see. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.search.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
