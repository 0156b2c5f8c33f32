/** Background work with progress and cancel. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.jobs.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
