/** What other bundles may know of relationships. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.relationship.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
