/** The web shell and the slots of its pages. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.web.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
