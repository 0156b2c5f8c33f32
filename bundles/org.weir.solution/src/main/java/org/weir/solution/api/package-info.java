/** What other bundles may know of solutions. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.solution.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
